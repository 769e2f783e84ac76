/**
 * The door to a database that tests share. What the database is to hold next is put there when somebody speaks to it: most
 * tests begin with several such orders one after another, and only the last of them counts.
 */
import type { Db } from '../../db/database.ts';

/** What a database is to hold: `isEmpty`: nothing. `carryOut` gets the database behind the door. */
type Order = { isEmpty: boolean; carryOut(behind: Db): Promise<void> };

type Door = { behind: Db; ordered: Order | undefined; underWay: Promise<void> | undefined };

const doors = new WeakMap<Db, Door>();

/** Orders what a database is to hold, instead of what was ordered before; where it has no door, it is done at once. */
export async function order(db: Db, what: Order): Promise<void> {
  const door = doors.get(db);
  if (door) door.ordered = what;
  else await what.carryOut(db);
}

/** Nobody has spoken to the database since it was ordered to be empty. */
export const isOrderedEmpty = (db: Db): boolean => doors.get(db)?.ordered?.isEmpty === true;

/** Carries out what was ordered; undefined where nothing has to be waited for. */
function pass(door: Door): Promise<void> | undefined {
  const { ordered } = door;
  if (!ordered) return door.underWay;
  door.ordered = undefined;
  const underWay = (door.underWay ?? Promise.resolve())
    .then(() => ordered.carryOut(door.behind))
    .finally(() => {
      if (door.underWay === underWay) door.underWay = undefined;
    });
  door.underWay = underWay;
  return underWay;
}

type Said = Promise<unknown> & { values?(): Promise<unknown> };

/**
 * The database of a driver's client behind a door; `open` makes a database of a client. These of the client's functions speak
 * to the database. What they return may be asked for its rows as lists.
 */
export function behindDoor<C extends object>(client: C, speaking: readonly (keyof C)[], open: (client: C) => Db): Db {
  const door: Door = { behind: open(client), ordered: undefined, underWay: undefined };
  const guarded = new Proxy(client, {
    get: (target, name, receiver) => {
      const known = Reflect.get(target, name, receiver);
      if (!speaking.includes(name as keyof C)) return known;
      const speak = (said: unknown[]) => Reflect.apply(known as (...said: unknown[]) => Said, target, said);
      return (...said: unknown[]) => {
        const passed = pass(door);
        if (!passed) return speak(said);
        let isRaw = false;
        const rows = passed.then(() => {
          const spoken = speak(said);
          return isRaw && spoken.values ? spoken.values() : spoken;
        });
        const values = () => {
          isRaw = true;
          return rows;
        };
        return Object.assign(rows, { values });
      };
    },
  });
  const db = open(guarded);
  doors.set(db, door);
  return db;
}
