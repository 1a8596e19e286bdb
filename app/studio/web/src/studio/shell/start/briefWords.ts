// A brief in words, and with a person's changes.

import type { Brief, BriefRelation, BriefThing } from "../../../protocol";

const most = 1_000;

export const phraseOf = ({ noun, attributes = "", holds = [] }: BriefThing): string => `${attributes === "" ? "" : `${attributes} `}${noun}${holds.length > 0 ? ` with ${holds.join(" and ")}` : ""}`;

/** Where the things are: *large bedroom, 4 by 3 m*. "": the text does not say. */
export function roomWords({ room = {} }: Brief): string {
  const sides = [room.width, room.depth].filter((side) => side !== undefined);
  const size = sides.length === 0 ? "" : `${sides.join(" by ")} m`;
  const openings = [counted(room.doors ?? 0, "door"), counted(room.windows ?? 0, "window")];
  const looks = [room.walls ? `${room.walls} walls` : "", room.floor ? `${room.floor} floor` : ""];
  const kind = [room.size ?? "", room.kind ?? ""].filter(Boolean).join(" ");
  return [kind, size, room.outdoor ? "outdoors" : "", ...openings, ...looks].filter(Boolean).join(", ");
}

const counted = (count: number, noun: string): string => (count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`);

/** One relation as a sentence would have it: *chair facing bookshelf*. */
export function relationWords(brief: Brief, { subject, kind, anchors = [], place = "", detail = "", each = false }: BriefRelation): string {
  const name = (id: string) => {
    const thing = brief.things?.find((one) => one.id === id);
    return thing === undefined ? id.replaceAll("_", " ") : phraseOf(thing);
  };
  const placed = place === "" || kind.endsWith(`_${place}`) ? "" : `the ${place}`;
  const others = anchors.length > 0 ? `${each ? "each " : ""}${anchors.map(name).join(" and ")}` : placed;
  return [name(subject), kind.replaceAll("_", " "), others, detail === "" ? "" : `(${detail})`].filter(Boolean).join(" ");
}

/** What is said of the whole, by what it is about. */
export function wholeWords(brief: Brief): [string, string][] {
  const said: [string, string | undefined][] = [
    ["Style", brief.style],
    ["Light", brief.light],
    ["View", brief.camera],
    ["Motion", brief.motion],
    ["Not there", brief.absent?.join(", ")],
  ];
  return said.flatMap(([about, words]) => (words ? [[about, words] as [string, string]] : []));
}

/** Another number of a thing. */
export function withCount(brief: Brief, id: string, count: number): Brief {
  const whole = Math.min(Math.max(Math.round(count), 1), most);
  return { ...brief, things: (brief.things ?? []).map((thing) => (thing.id === id ? { ...thing, count: whole } : thing)) };
}

/** Without a thing, and without what was said of it. */
export function withoutThing(brief: Brief, id: string): Brief {
  const relations = (brief.relations ?? []).flatMap((relation) => {
    if (relation.subject === id) return [];
    const anchors = (relation.anchors ?? []).filter((anchor) => anchor !== id);
    if (anchors.length === (relation.anchors ?? []).length) return [relation];
    return anchors.length === 0 && (relation.place ?? "") === "" ? [] : [{ ...relation, anchors }];
  });
  return { ...brief, things: (brief.things ?? []).filter((thing) => thing.id !== id), relations };
}

export function withoutRelation(brief: Brief, index: number): Brief {
  return { ...brief, relations: (brief.relations ?? []).filter((_, at) => at !== index) };
}
