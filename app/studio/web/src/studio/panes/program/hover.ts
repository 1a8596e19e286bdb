// Help when the pointer rests on a name of the language, or on the name of a thing.

import { syntaxTree } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import { language } from "../../api/language";
import { helpOf } from "./help";

export function programHover(): Extension {
  return hoverTooltip(
    async (view, position) => {
      const node = syntaxTree(view.state).resolveInner(position, 0);
      if (node.name !== "VariableName" && node.name !== "PropertyName" && node.name !== "String") return null;
      const text = view.state.sliceDoc(node.from, node.to);
      // a primitive is named by a text
      const name = node.name === "String" ? text.replace(/^['"]|['"]$/g, "") : text;
      const known = await language().catch(() => null);
      const entry = known?.entries.find((each) => each.name === name && (node.name !== "String" || each.kind === "primitive"));
      if (entry === undefined) return null;
      return { pos: node.from, end: node.to, above: false, create: () => ({ dom: helpOf(entry) }) };
    },
    { hoverTime: 350 },
  );
}
