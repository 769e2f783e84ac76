/** What the rules look at: every file of the product, read and parsed once. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** The text of a file, by its path from the project's root. */
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The files below some folders, as paths from the project's root. */
export const filesOf = (rooms: readonly string[], ending: RegExp): string[] =>
  rooms
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
    )
    .filter((path) => ending.test(path))
    .sort();

/** A file of the product: its tree, and what it imports, as written. */
export type Source = {
  path: string;
  text: string;
  tree: ts.SourceFile;
  nodes: readonly ts.Node[];
  /** Names of packages. */
  packages: readonly string[];
  /** Files of the product, as paths from its root. */
  targets: readonly string[];
};

function readSource(path: string): Source {
  const text = read(path);
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const imports = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
  const isRelative = (name: string): boolean => name.startsWith('.');
  return {
    path,
    text,
    tree,
    nodes,
    packages: imports.filter((name) => !isRelative(name)).map(packageOf),
    targets: imports.filter(isRelative).map((name) => join(dirname(path), name)),
  };
}

/** "drizzle-orm/pglite" is "drizzle-orm", "@hono/node-server/x" is "@hono/node-server". */
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** The rooms of the product. */
export const rooms = ['core', 'messages', 'db', 'bot', 'jobs'] as const;

export const sources: readonly Source[] = filesOf(rooms, /\.ts$/).map(readSource);
export const clientFiles: readonly string[] = filesOf(['bot/web/client'], /\.(js|css)$/);
export const testFiles: readonly string[] = filesOf(['tests'], /\.ts$/);

/** The first folder of a path: "core" of "core/time/calendar.ts". */
export const roomOf = (path: string): string => path.slice(0, path.indexOf('/'));

/** Where a node stands and how it begins, for whoever reads a failure. */
export const at = ({ path, tree }: Source, node: ts.Node): string =>
  `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText().slice(0, 60)}`;
