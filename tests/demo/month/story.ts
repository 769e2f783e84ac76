/** What happens when, in civil time. Two stories: the whole of April 2025, and a cut of its first days. */

export type Story = {
  /** First and last day. */
  from: string;
  until: string;
  issues: { once: string; consolidated: string; weekly: string };
  /** The days that stand in the documents: "trước ngày …". */
  before: { once: string; consolidated: string };
  /** The last working instants before them, which are the deadlines. */
  due: { once: string; consolidated: string; below: string };
  /** Thursdays on which a weekly report is due. */
  weeks: string[];
  /** Another figure is asked for. */
  amended: string;
  /** The platforms are away over a slot of reminders. */
  outage: { from: string; until: string };
  restarted: string;
  /** Staff have everybody reminded who has not reported what is asked once. */
  demanded: string;
  /** The education office sends what it has. */
  submitted: string;
  handedOver: string;
  /** The weekly report ends. */
  closed: string;
  /** When the jobs have their turn on a working day: in the hours of work, at the slots of plans, and when nobody may be disturbed. */
  looks: string;
};

/** Giỗ Tổ is Monday 7/4, and Saturday 26/4 is worked for 2/5: the calendar of 2025. */
export const daysOff = ['2025-04-07', '2025-04-30'];
export const workedSaturdays = ['2025-04-26'];

export const wholeMonth: Story = {
  from: '2025-04-01',
  until: '2025-04-29',
  issues: { once: '2025-04-02T09:00', consolidated: '2025-04-03T09:00', weekly: '2025-04-04T09:00' },
  before: { once: '2025-04-18', consolidated: '2025-04-17' },
  due: { once: '2025-04-17T17:00', consolidated: '2025-04-16T17:00', below: '2025-04-14T17:00' },
  weeks: ['2025-04-10', '2025-04-17', '2025-04-24'],
  amended: '2025-04-09T10:30',
  outage: { from: '2025-04-16T07:40', until: '2025-04-16T09:40' },
  restarted: '2025-04-14T10:10',
  demanded: '2025-04-15T14:30',
  submitted: '2025-04-16T10:00',
  handedOver: '2025-04-10T09:30',
  closed: '2025-04-25T10:00',
  looks: '02:10 06:00 07:30 08:00 09:00 10:00 11:00 11:30 12:30 13:30 14:00 15:00 15:30 16:00 17:00 17:30 19:00 21:30',
};

export const firstDays: Story = {
  from: '2025-04-01',
  until: '2025-04-10',
  issues: { once: '2025-04-01T09:00', consolidated: '2025-04-01T10:00', weekly: '2025-04-01T14:00' },
  before: { once: '2025-04-09', consolidated: '2025-04-10' },
  due: { once: '2025-04-08T17:00', consolidated: '2025-04-09T17:00', below: '2025-04-04T17:00' },
  weeks: ['2025-04-03', '2025-04-10'],
  amended: '2025-04-03T10:30',
  outage: { from: '2025-04-04T07:40', until: '2025-04-04T09:40' },
  restarted: '2025-04-08T10:10',
  demanded: '2025-04-08T14:30',
  submitted: '2025-04-09T10:00',
  handedOver: '2025-04-04T10:30',
  closed: '2025-04-10T10:00',
  looks: '02:10 07:30 08:00 11:30 12:30 13:30 14:00 15:30 16:00 17:00 19:00',
};
