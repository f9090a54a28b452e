import { relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { entryPointAliases } from '../../scripts/entry-points.mjs';

const sources = entryPointAliases().map(
  ({ replacement }) => [relative('.', replacement), replacement] as const,
);
const program = ts.createProgram(
  sources.map(([, source]) => source),
  {
    allowImportingTsExtensions: true,
    jsx: ts.JsxEmit.ReactJSX,
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
  },
);
const checker = program.getTypeChecker();

describe.each(sources)('%s', (_name, source) => {
  const file = program.getSourceFile(source);
  const module = file && checker.getSymbolAtLocation(file);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);

  it('has a doc comment on every export', () => {
    expect(exported.length).toBeGreaterThan(0);
    const bare = exported.filter((symbol) => {
      const original = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return original.getDocumentationComment(checker).length === 0;
    });
    expect(bare.map((symbol) => symbol.name)).toEqual([]);
  });
});
