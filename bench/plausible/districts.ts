/** Simulated districts: what their units truly report, round after round, with what real figures are full of. */
import type { Indicator } from '../../core/reports/obligation.ts';
import type { Chance } from './chance.ts';

export type Truth = {
  kind: string;
  staff: number | null;
  targets: Record<string, number>;
  rounds: Record<string, number>[];
};
export type District = { name: string; form: Indicator[]; units: Truth[] };

const indicator = (key: string, more: Partial<Indicator> = {}, id = 0): Indicator => ({
  ...{ id, key, label: key, kind: 'count', options: [], isDenominator: false, fromRoster: false, nature: null },
  ...more,
});
const formOf = (...asked: [key: string, more?: Partial<Indicator>][]): Indicator[] =>
  asked.map(([key, more], at) => indicator(key, more, at));

const places = (value: number): number => Math.round(Math.max(0, value) * 10) / 10;
const times = <T>(n: number, make: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at));

/** Once in a while a unit is merged or divided, and its figures truly jump. */
const jump = (chance: Chance): number => (chance.happens(0.01) ? chance.pick([0.55, 0.7, 1.4, 1.8]) : 1);

const sizes: Record<string, [number, number]> = { commune: [18, 60], school: [15, 80], office: [5, 16] };

/** Staff who have installed what was asked for: most units are done, some are far behind, and catch up from round to round. */
function apps(chance: Chance, rounds: number): District {
  const form = formOf(
    ['staff', { isDenominator: true, fromRoster: true }],
    ...['bluezone', 'qr', 'smart'].map((key): [string, Partial<Indicator>] => [
      key,
      { nature: rounds > 1 ? 'stock' : null },
    ]),
  );
  const eases = [1, 0.95, chance.pick([0.5, 0.8, 0.9])];
  const unit = (): Truth => {
    const kind = chance.pick(['commune', 'commune', 'school', 'school', 'school', 'office']);
    const roster = chance.whole(...(sizes[kind] ?? [10, 20]));
    const staff = Math.max(3, roster + chance.pick([0, 0, 0, 0, -1, 1, 2]));
    let diligence = chance.pick([0, 0, 0, 0, 0, 0, 0, 1, 1, 2]);
    const levels = [() => chance.beta(18, 1.5), () => chance.beta(5, 3), () => chance.beta(1, 5)];
    let shares = eases.map((ease) => (levels[diligence]?.() ?? 0) * ease);
    return {
      ...{ kind, staff: roster, targets: {} },
      rounds: times(rounds, () => {
        const row = Object.fromEntries(
          form.map(({ key }, at) => [key, at === 0 ? staff : Math.round(staff * (shares[at - 1] ?? 0))]),
        );
        if (chance.happens(0.3)) diligence = Math.max(0, diligence - 1);
        shares = shares.map((share, at) =>
          Math.max(
            share,
            Math.min(1, share + chance.share() * 0.15),
            diligence === 0 ? share : 0,
            chance.happens(0.1) ? chance.beta(18, 1.5) * (eases[at] ?? 1) : 0,
          ),
        );
        return row;
      }),
    };
  };
  return { name: rounds > 1 ? 'apps, each day' : 'apps, once', form, units: times(chance.whole(50, 120), unit) };
}

/** Sown land of what was assigned, money paid out, animals vaccinated in two parts: all since the start. */
function crops(chance: Chance): District {
  const form = formOf(
    ['land', { kind: 'measure', unit: 'ha', decimals: 1, nature: 'cumulative' }],
    ['assigned', { kind: 'money', unit: 'triệu đồng', decimals: 1, nature: 'stock' }],
    ['paid', { kind: 'money', unit: 'triệu đồng', decimals: 1, nature: 'cumulative' }],
    ['animals', { unit: 'con', nature: 'cumulative' }],
    ['cattle', { unit: 'con', nature: 'cumulative', partOf: 'animals' }],
    ['pigs', { unit: 'con', nature: 'cumulative', partOf: 'animals' }],
  );
  const unit = (): Truth => {
    const plan = places(chance.lognormal(400, 0.5));
    const assigned = places(chance.lognormal(900, 0.7));
    const [herd, sty] = [chance.lognormal(600, 0.6), chance.lognormal(2500, 0.8)];
    const start = chance.normal(2.5, 0.8);
    let [land, paid, cattle, pigs, money] = [0, 0, 0, 0, assigned];
    return {
      ...{ kind: 'commune', staff: null, targets: { land: plan } },
      rounds: times(6, (week) => {
        const done = 1 / (1 + Math.exp(start - week));
        land = Math.max(land, places(plan * done * chance.lognormal(1, 0.06)));
        money = places(money * jump(chance));
        paid = Math.min(money, Math.max(paid, places(money * done * 0.7 * chance.lognormal(1, 0.25))));
        cattle = Math.max(cattle, Math.round(herd * done * chance.lognormal(1, 0.1)));
        pigs = Math.max(pigs, Math.round(sty * done * chance.lognormal(1, 0.1)));
        return { land, assigned: money, paid, animals: cattle + pigs, cattle, pigs };
      }),
    };
  };
  return { name: 'crops, each week', form, units: times(chance.whole(60, 120), unit) };
}

/** Residents, shots so far, tests of the day, cases of the day, people in isolation: many zeros, and bunches. */
function health(chance: Chance): District {
  const form = formOf(
    ['residents', { nature: 'stock', unit: 'người' }],
    ['shots', { nature: 'cumulative', unit: 'mũi' }],
    ['tests', { nature: 'flow', unit: 'mẫu' }],
    ['cases', { nature: 'flow', unit: 'ca' }],
    ['isolated', { nature: 'stock', unit: 'ca' }],
  );
  const days = times(5, () => chance.lognormal(1, 0.4));
  const unit = (): Truth => {
    let [residents, shots, isolated] = [Math.round(chance.lognormal(6500, 0.4)), 0, 0];
    const [zeal, risk] = [chance.lognormal(0.02, 0.6), chance.lognormal(0.00012, 1)];
    shots = Math.round(residents * chance.beta(6, 4));
    return {
      ...{ kind: 'commune', staff: null, targets: {} },
      rounds: days.map((day) => {
        residents = Math.round(residents * jump(chance) + chance.normal(0, 3));
        shots += chance.poisson(residents * 0.004 * chance.lognormal(1, 0.5));
        const cases = chance.bunched(residents * risk * day, 0.5);
        isolated = Math.max(0, chance.binomial(isolated, 0.85) + cases);
        return { residents, shots, tests: chance.bunched(residents * zeal * day, 6), cases, isolated };
      }),
    };
  };
  return { name: 'health, each day', form, units: times(chance.whole(50, 120), unit) };
}

/** Households and their needs each quarter: they hardly change, and one village is not like another. */
function households(chance: Chance, rounds: number): District {
  const form = formOf(
    ...['households', 'poor', 'near-poor', 'pupils', 'hamlets'].map((key): [string, Partial<Indicator>] => [
      key,
      { nature: 'stock', unit: key === 'pupils' ? 'người' : 'hộ' },
    ]),
  );
  const unit = (): Truth => {
    const homes = chance.lognormal(1800, 0.4);
    let row = {
      households: Math.round(homes),
      poor: Math.round(homes * chance.beta(2, 40)),
      'near-poor': Math.round(homes * chance.beta(3, 50)),
      pupils: Math.round(homes * chance.lognormal(0.8, 0.2)),
      hamlets: chance.whole(4, 14),
    };
    return {
      ...{ kind: 'commune', staff: null, targets: {} },
      rounds: times(rounds, () => {
        const now = row;
        const by = jump(chance);
        row = {
          households: Math.round(now.households * by * chance.lognormal(1, 0.005)),
          poor: Math.max(0, Math.round(now.poor * by - chance.poisson(now.poor * 0.05) + chance.poisson(1))),
          'near-poor': Math.max(0, Math.round(now['near-poor'] * by * chance.lognormal(1, 0.05) + chance.normal(0, 1))),
          pupils: Math.round(now.pupils * by * chance.lognormal(1, 0.02)),
          hamlets: Math.max(2, Math.round(now.hamlets * by)),
        };
        return now;
      }),
    };
  };
  return {
    name: rounds > 1 ? 'households, each quarter' : 'households, once',
    form,
    units: times(chance.whole(40, 110), unit),
  };
}

/** Revenue and expenditure of the month, with good and bad months. */
function finance(chance: Chance): District {
  const money = { kind: 'money', unit: 'triệu đồng', decimals: 1 } as const;
  const form = formOf(
    ['estimate', { ...money, nature: 'stock' }],
    ['revenue', { ...money, nature: 'flow' }],
    ['spent', { ...money, nature: 'flow' }],
    ['files', { nature: 'flow', unit: 'hồ sơ' }],
  );
  const months = times(5, () => chance.lognormal(1, 0.2));
  const unit = (): Truth => {
    const estimate = places(chance.lognormal(12_000, 0.6));
    const [tempo, desk] = [chance.lognormal(1, 0.2), chance.lognormal(250, 0.6)];
    return {
      ...{ kind: 'commune', staff: null, targets: {} },
      rounds: months.map((month) => ({
        estimate: places(estimate * jump(chance)),
        revenue: places((estimate / 12) * tempo * month * chance.lognormal(1, 0.25)),
        spent: places((estimate / 12) * tempo * chance.lognormal(0.9, 0.3)),
        files: chance.bunched(desk * month, 12),
      })),
    };
  };
  return { name: 'finance, each month', form, units: times(chance.whole(50, 120), unit) };
}

export const makeDistricts = (chance: Chance): District[] => [
  apps(chance, 1),
  apps(chance, 5),
  crops(chance),
  health(chance),
  households(chance, 1),
  households(chance, 4),
  finance(chance),
];
