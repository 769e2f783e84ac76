/** A report as a form on a page: what is entered, and what the page shows. */
import type { ProgressForm } from '../progress/form.ts';
import type { ProgressState } from '../progress/state.ts';
import type { Indicator, ObligationFact, Value } from '../reports/obligation.ts';
import type { HandedIn } from '../reports/past/handed-in.ts';
import type { UnitRef } from '../roster/person.ts';

/** What was typed of one section of tasks; empty where nothing was. */
export type EnteredSection = { state: string; percent: string; reason: string; paper: string };

/** A form as it was sent in, unread. */
export type EnteredForm = {
  /** The revision that the page was made for; 0 where there was none. */
  base: number;
  /** By the key of an indicator. */
  figures: ReadonlyMap<string, string>;
  note: string;
  /** Why it is reported for the unit; empty where it is one's own. */
  behalf: string;
  /** By the name of a section. */
  sections: ReadonlyMap<string, EnteredSection>;
  /** By their places. */
  files: ReadonlyMap<string, EnteredFile>;
  /** The doubts that were answered with a yes, as core/reports/doubt.ts names them. */
  sure: readonly string[];
};

/** A file as a browser sent it. Its name proves nothing. */
export type EnteredFile = { name: string; bytes: Uint8Array };

/** What became of a file that was sent with a page: it is kept under a mark (core/reports/file-answer.ts), or not taken. */
export type FileTaken = { type: 'kept'; mark: string } | { type: 'refused'; why: string };

/** What a file is for: an indicator by its key, or a section by its name. */
export const filePlace = {
  figure: (key: string): string => `f:${key}`,
  section: (name: string): string => `t:${name}`,
};

/** A question about what was entered, to be answered by a tick. */
export type FormDoubt = { name: string; text: string; isTicked: boolean };

/** One indicator on the page. */
export type FormField = {
  indicator: Indicator;
  /** What stands in it: as it was typed, or as it was answered before. */
  text: string;
  /** What is computed here, or was read of the text. */
  value: Value | undefined;
  fault: string | undefined;
  doubts: FormDoubt[];
  /** What it is a share of, and of which whole it is a part. */
  of: Indicator | undefined;
  /** What the unit gave before, in words and as it would be typed. It counts nowhere. */
  given: { text: string; entry: string } | undefined;
  /** What the unit is to reach, in words. */
  target: string | undefined;
};

/** A section of tasks on the page. `standing`: how it stands, in words. */
export type FormSection = {
  section: string;
  title: string;
  texts: string[];
  needsProof: boolean;
  standing: string;
  entered: EnteredSection;
  fault: string | undefined;
};

/** The page to fill in. */
export type FormView = {
  about: Pick<ObligationFact, 'unit' | 'directive'> | Pick<ProgressForm, 'unit' | 'directive'>;
  /** The report; undefined where only the progress of tasks is asked for. */
  form: ObligationFact | undefined;
  base: number;
  isCorrection: boolean;
  fields: FormField[];
  note: { text: string; fault: string | undefined };
  /** It is filled in for another unit: why. */
  behalf?: { text: string; fault: string | undefined };
  sections: FormSection[];
  /** What is wrong with the whole, each a sentence. */
  problems: string[];
  /** It was read back and waits for a yes. */
  isReadBack: boolean;
};

/** What was handed in for a round, with the paper to sign, where it opens. `mayChange`: the round is open. */
export type HandedInView = {
  report: HandedIn;
  note: string | null;
  paper: string | undefined;
  /** How the unit's tasks under the directive stand, a line each. */
  tasks: string[];
  mayChange: boolean;
};

/** What a page about one report shows. */
export type FormAnswer =
  | { type: 'form'; view: FormView }
  | { type: 'handed-in'; view: HandedInView }
  /** A question of the conversation that is about this report; `asksText`: an answer is typed. */
  | { type: 'question'; text: string; choices: { tap: string; label: string }[]; turn: number; asksText: boolean }
  /** Nothing is to be filled in here; the sentence says why, and what to do. */
  | { type: 'nothing'; text: string; isUnknown: boolean };

/** Tasks as a list names them; `id` is that of the assignment. */
export type ListedTasks = Pick<ProgressForm, 'id' | 'unit' | 'directive'>;

/** The reports that a person's units owe, and those that they have handed in. */
export type FormList = {
  open: ObligationFact[];
  handedIn: HandedIn[];
  units: UnitRef[];
  /** The tasks of which progress is asked, and no figures that are owed. */
  tasks: ListedTasks[];
  /** For whoever may report for other units: those that were sought by name, with what they have to report. */
  others?: { words: string; found: ObligationFact[]; tasks: ListedTasks[] };
};

/** What a page is about: a report, or the tasks of an assignment, where no figures are asked for beside them. */
export type FormSubject = { of: 'report'; obligation: number } | { of: 'tasks'; assignment: number };

/** Whose page it is, by the address of its account, and what is meant. */
export type FormSought = { address: string; about: FormSubject };

/** Where pages are filled in. Looking changes nothing. */
export type FormDesk = {
  /**
   * The reports of the units that the person answers for. For whoever may report for others also those of the units that `words`
   * name. Undefined for whoever may do neither.
   */
  list(address: string, words: string): Promise<FormList | undefined>;
  /** What stands of a report. `change`: one that was handed in is to be corrected. */
  open(sought: FormSought, purpose: 'look' | 'change'): Promise<FormAnswer>;
  /** The question of the conversation that is about this report; where none is, what stands of the report. */
  question(sought: FormSought): Promise<FormAnswer>;
  /** Keeps what was entered so far. Back comes the page with what is wrong with it. */
  keep(sought: FormSought, entered: EnteredForm): Promise<FormAnswer>;
  /** Reads what was entered. Back comes what is wrong with it, or the question whether it is right. */
  review(sought: FormSought, entered: EnteredForm): Promise<FormAnswer>;
};

/** The states of a section that can be chosen, in the order in which a page offers them. */
export const formStates: readonly ProgressState[] = ['done', 'doing', 'none', 'blocked', 'na'];
