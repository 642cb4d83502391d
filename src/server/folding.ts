import { type FoldingRange, getLanguageService } from 'vscode-json-languageservice';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { largestDesign } from './designs';

const json = getLanguageService({});

export function foldingRanges(source: TextDocument): FoldingRange[] {
  return source.getText().length > largestDesign ? [] : json.getFoldingRanges(source);
}
