/** How long the functions of the product are, and how many parameters they take. */
import ts from 'typescript';
import { type Source, sources } from './sources.ts';

/** A function with a body, named with what it stands in: "createReceiver.take". */
export type FunctionFound = { name: string; lines: number; parameters: number };

const ownName = (node: ts.Node): string | undefined => {
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isClassDeclaration(node)
  )
    return node.name?.getText();
  return ts.isConstructorDeclaration(node) ? 'constructor' : undefined;
};

function nameOf(node: ts.Node): string {
  const names: string[] = [];
  for (let at: ts.Node | undefined = node; at && !ts.isSourceFile(at); at = at.parent) {
    const name = ownName(at);
    if (name !== undefined) names.unshift(name);
  }
  return names.join('.') || '(without a name)';
}

const linesOf = ({ tree }: Source, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getEnd()).line - tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** Every function of the product; its name is told with its file. */
export const functionsFound: readonly FunctionFound[] = sources.flatMap((source) =>
  source.nodes
    .filter((node): node is ts.FunctionLikeDeclaration => ts.isFunctionLike(node) && 'body' in node && !!node.body)
    .map((node) => ({
      name: `${source.path}: ${nameOf(node)}`,
      lines: linesOf(source, node),
      parameters: node.parameters.length,
    })),
);
