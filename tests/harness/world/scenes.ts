/**
 * How plays begin. A head who registers writes four messages, each handed in twice, and most tests begin with the same
 * people and the same directive: what the first of them played is put back for the next, as the database holds it.
 */
import { expect } from 'vitest';
import type { Db } from '../../../db/database.ts';
import { timesTaken } from '../database.ts';
import { nextPlay, recall, remember } from '../remembered.ts';
import type { World } from '../world.ts';
import type { Arrived } from './loopback.ts';
import { Person } from './person.ts';

/** What a world holds beside its database, as far as beginnings touch it. */
export type Stage = {
  /** Counts what people did. */
  acts: number;
  cast: Person[];
  newcomer(name: string, address: string): Person;
};

type Scene = {
  kept: number;
  arrived: Arrived[];
  requests: Arrived[];
  cast: { name: string; address: string; readFrom: number }[];
  at: { civil: Date; machine: Date };
  result: { person: number } | { value: unknown };
};

const scenes = new WeakMap<Db, Map<string, Scene>>();

function scenesOf(db: Db): Map<string, Scene> {
  const known = scenes.get(db) ?? new Map<string, Scene>();
  scenes.set(db, known);
  return known;
}

/** What a test may begin with. */
const beginnings = ['register', 'registerStaff', 'registerLeader', 'issue', 'scene'] as const;
type Beginning = (typeof beginnings)[number];
const isBeginning = (name: PropertyKey): name is Beginning => beginnings.some((one) => one === name);

/**
 * The same world, whose beginnings are played once for all worlds of this database that `begin` alike. As soon as a test
 * does or looks at anything else, everything is played.
 */
export function withScenes(world: World, stage: Stage, db: Db, begin: string): World {
  const known = scenesOf(db);
  const seen = () => stage.acts + timesTaken(db);
  let path: string | undefined = begin;
  let acts = seen();
  let isPlaying = false;

  const take = (kept: number, result: unknown): Scene => {
    const person = result instanceof Person ? stage.cast.indexOf(result) : -1;
    return {
      kept,
      arrived: [...world.channel.arrived],
      requests: [...world.channel.requests],
      cast: stage.cast.map(({ name, address, readFrom }) => ({ name, address, readFrom })),
      at: { civil: world.clock.civil(), machine: world.clock.machine() },
      result: person < 0 ? { value: result } : { person },
    };
  };

  const put = async ({ kept, arrived, requests, cast, at, result }: Scene): Promise<unknown> => {
    await recall(db, kept);
    world.clock.stand(at);
    world.channel.arrived.splice(0, Number.POSITIVE_INFINITY, ...arrived);
    world.channel.requests.splice(0, Number.POSITIVE_INFINITY, ...requests);
    for (const [place, { name, address, readFrom }] of cast.entries()) {
      const person = stage.cast[place] ?? stage.newcomer(name, address);
      person.readFrom = readFrom;
    }
    return 'person' in result ? stage.cast[result.person] : result.value;
  };

  const play = async (name: Beginning, given: unknown[]): Promise<unknown> => {
    const act = world[name] as (...given: unknown[]) => Promise<unknown>;
    if (seen() !== acts || isPlaying) path = undefined;
    if (path === undefined) return act(...given);
    // A file's scene is its own: another file may play something else under the same name.
    const whose = name === 'scene' ? expect.getState().testPath : '';
    path = `${path}\n${name} ${whose} ${JSON.stringify(given)}`;
    const scene = known.get(path);
    if (scene) return put(scene);
    isPlaying = true;
    const result = await act(...given);
    isPlaying = false;
    acts = seen();
    if (world.errors.length > 0 || world.refused.length > 0) path = undefined;
    else if (path !== undefined) {
      const kept = nextPlay(db);
      await remember(db, kept);
      known.set(path, take(kept, result));
    }
    return result;
  };

  return new Proxy(world, {
    get: (target, name) => {
      if (isBeginning(name)) return (...given: unknown[]) => play(name, given);
      // A promise asks what it resolves to for this.
      if (!isPlaying && name !== 'then') path = undefined;
      return Reflect.get(target, name);
    },
  });
}
