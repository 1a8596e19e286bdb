// Completion in the program: functions of the language and their arguments, words of the catalogue, names of things in the scene, colours.

import { snippet, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { localCompletionSource } from "@codemirror/lang-python";
import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import { language, type Language, type LanguageEntry } from "../../api/language";
import { useStudio } from "../../state/studio";
import { helpOf } from "./help";

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>["resolveInner"]>;

/** Where in a call a position is. */
export interface CallPlace {
  /** The name of the function that is called. */
  name: string;
  /** The keyword whose value it is; null for a positional argument. */
  keyword: string | null;
  /** How many positional arguments stand before it. */
  position: number;
}

export async function programCompletion(context: CompletionContext): Promise<CompletionResult | null> {
  const node = syntaxTree(context.state).resolveInner(context.pos, -1);
  if (node.name === "Comment") return null;
  const known = await language().catch(() => null);
  if (known === null || context.aborted) return null;
  if (node.name === "String" || node.name === "FormatString") return inString(context, node, known);
  const word = context.matchBefore(/[A-Za-z_]\w*/);
  if (word === null && !context.explicit) return null;
  const from = word?.from ?? context.pos;
  if (/\.\s*$/.test(context.state.sliceDoc(Math.max(0, from - 2), from))) return null;
  const call = callAt(context.state, context.pos);
  const own = call === null ? undefined : known.entries.find((entry) => entry.name === call.name);
  const local = localCompletionSource(context);
  const options = [
    ...(own === undefined || call?.keyword != null ? [] : keywordCompletions(own)),
    ...known.entries.filter((entry) => entry.kind === "function" || entry.kind === "relation").map(entryCompletion),
    ...((local !== null && "options" in local ? local.options : []) as readonly Completion[]),
  ];
  return { from, options, validFor: /^\w*$/ };
}

function inString(context: CompletionContext, node: SyntaxNode, known: Language): CompletionResult | null {
  const text = context.state.sliceDoc(node.from, node.to);
  const opening = /^[A-Za-z]*("""|'''|"|')/.exec(text);
  const from = node.from + (opening?.[0].length ?? 1);
  if (context.pos < from) return null;
  const call = callAt(context.state, node.from);
  const options = call === null ? [] : stringCompletions(call, known);
  return options.length === 0 ? null : { from, options, validFor: /^[^'"\n]*$/ };
}

/** What a text argument of a call may be. */
export function stringCompletions(call: CallPlace, known: Language): Completion[] {
  if (call.keyword !== null && /colou?r$|^paint$/.test(call.keyword)) return lineWords(known, "colors");
  if (call.keyword === "name") return [];
  const entry = known.entries.find((each) => each.name === call.name);
  switch (call.name) {
    case "asset_call":
      return call.position === 0 && call.keyword === null ? known.words.map(({ word, category }) => ({ label: word, detail: category, type: "text" })) : [];
    case "named_color":
      return lineWords(known, "colors");
    case "surface":
      return lineNames(known, "surfaces");
    case "environment":
      return lineNames(known, "environments");
    case "primitive_call":
      return known.entries.filter((each) => each.kind === "primitive").map((each) => ({ label: each.name, type: "text", info: () => helpOf(each) }));
    case "place":
    case "adjust":
      return call.position === 0 ? thingCompletions() : [];
  }
  return entry?.kind === "relation" || call.name === "relate" ? thingCompletions() : [];
}

function thingCompletions(): Completion[] {
  const { scene } = useStudio.getState();
  if (scene === null) return [];
  const seen = new Set<string>();
  const out: Completion[] = [];
  for (const node of scene.nodes) {
    if (node.parent === -1) continue;
    const name = node.path.split("/").at(-1) ?? node.path;
    if (seen.has(name)) continue;
    seen.add(name);
    out.push({ label: name, type: "variable", detail: node.phrase ?? node.asset?.words ?? node.word });
    if (out.length >= 2_000) break;
  }
  return out;
}

function keywordCompletions(entry: LanguageEntry): Completion[] {
  return entry.arguments
    .filter(({ name }) => name !== "kwargs" && name !== "args")
    .map(({ name, default: value, meaning }) => ({
      label: `${name}=`,
      type: "property",
      boost: 20,
      detail: value === null ? "" : `= ${value}`,
      ...(meaning !== "" && { info: meaning }),
    }));
}

function entryCompletion(entry: LanguageEntry): Completion {
  const needed = entry.arguments.filter((each) => each.default === null && each.name !== "kwargs" && each.name !== "args");
  const places = needed.map(({ name }) => (entry.kind === "relation" ? `'\${${name}}'` : `\${${name}}`)).join(", ");
  return {
    label: entry.name,
    type: entry.kind === "relation" ? "class" : "function",
    detail: entry.group,
    boost: entry.kind === "relation" ? 1 : 5,
    apply: entry.name.startsWith("register") ? entry.name : snippet(`${entry.name}(${places}\${})`),
    info: () => helpOf(entry),
  };
}

function lineNames(known: Language, table: string): Completion[] {
  const entry = known.entries.find((each) => each.name === table);
  return (entry?.arguments ?? []).map(({ name, meaning }) => ({ label: name, type: "constant", info: meaning }));
}

function lineWords(known: Language, table: string): Completion[] {
  const entry = known.entries.find((each) => each.name === table);
  const listed = entry?.arguments.find(({ name }) => name === "names")?.meaning ?? "";
  return listed.split(/,\s*/).filter((word) => word !== "").map((label) => ({ label: label.replace(/\.$/, ""), type: "constant" }));
}

/** The call around a position. */
export function callAt(state: EditorState, position: number): CallPlace | null {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(position, -1);
  let within = node;
  while (node !== null && node.name !== "ArgList") {
    within = node;
    node = node.parent;
  }
  if (node === null || within === null) return null;
  const call = node.parent;
  const callee = call?.name === "CallExpression" ? call.firstChild : call?.name === "Decorator" ? node.prevSibling : null;
  if (callee === null || callee === undefined) return null;
  let place = 0;
  let keyword: string | null = null;
  for (let child = node.firstChild; child !== null && child.from < Math.min(within.name === "ArgList" ? position : within.from, position); child = child.nextSibling) {
    if (child.name === ",") {
      place += 1;
      keyword = null;
    } else if (child.name === "VariableName" && child.nextSibling?.name === "AssignOp") {
      keyword = state.sliceDoc(child.from, child.to);
    }
  }
  return { name: state.sliceDoc(callee.from, callee.to).split(".").at(-1) ?? "", keyword, position: place };
}
