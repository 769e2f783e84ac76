/** What the files export, and where the names of channels stand. */
import ts from 'typescript';
import { channelNames } from '../../core/channels/address.ts';
import { type Source, sources } from './sources.ts';

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function namesOf(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement))
    return statement.exportClause && ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements.map(({ name }) => name.text)
      : [];
  if (!isExported(statement)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

/** Which files export a name. A value and a type of one name in one file are one; `export *` says no name again. */
export function exportedNames(): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const { path, tree } of sources)
    for (const name of new Set(tree.statements.flatMap(namesOf))) files.set(name, [...(files.get(name) ?? []), path]);
  return files;
}

/** Where the name of a channel may stand as a literal. */
const home: Record<string, RegExp> = Object.fromEntries(
  channelNames.map((name) => [
    name,
    new RegExp(
      `^(core/channels/|bot/channels/${name}/|bot/service/channels|bot/config(/|\\.ts)|messages/words/channels\\.ts)`,
    ),
  ]),
);

const literalsIn = ({ nodes }: Source): string[] => nodes.filter(ts.isStringLiteralLike).map(({ text }) => text);

/** The names of channels that stand as literals, at home and elsewhere: "bot/acts/invite.ts: telegram". */
export function channelLiterals(): { where: string; isHome: boolean }[] {
  return sources.flatMap((source) =>
    [...new Set(literalsIn(source))]
      .filter((text) => text in home)
      .map((name) => ({ where: `${source.path}: ${name}`, isHome: home[name]?.test(source.path) ?? false })),
  );
}
