// The tree of instances: what the scene holds, by the words of its program. Only the rows in view are drawn.

import { ListTree, SearchX } from "lucide-react";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { Button, ContextMenu, EmptyState, SearchField } from "../../parts";
import { onStep, select, useStudio } from "../../state/studio";
import { currentViewport } from "../../state/viewport";
import { deletePaths, duplicatePaths, renamePath, switchHidden, switchLocked, switchPinned } from "../state/edits";
import { clicked, indexOf, moved, movementOf, scrolledTo, windowOf } from "./choosing";
import { entriesFor } from "./entries";
import { OutlinerRow, rowHeight, rowId, type RowActions } from "./OutlinerRow";
import { alike, buildTree, flipped, opened, rowsOf, searched, within } from "./tree";
import { useHeight } from "./useHeight";


function countOf(things: number): string {
  return things === 1 ? "1 thing" : `${things.toLocaleString("en")} things`;
}

export function Outliner() {
  const scene = useStudio((now) => now.scene);
  const selection = useStudio((now) => now.selection);
  const hidden = useStudio((now) => now.hidden);
  const locked = useStudio((now) => now.locked);
  const pinned = useStudio((now) => now.pinned);

  const [query, setQuery] = useState("");
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [focus, setFocus] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const height = useHeight(box);
  const anchor = useRef<string | null>(null);

  const nodes = scene?.nodes;
  const tree = useMemo(() => buildTree(nodes ?? []), [nodes]);
  // what stands in the room: neither the scene itself nor the parts of the room
  const things = useMemo(() => (nodes ?? []).filter((node) => node.kind !== "room" && node.parent >= 0).length, [nodes]);
  const found = useMemo(() => searched(tree, query), [tree, query]);
  // the scene itself stands above what was found, and is not looked for
  const foundThings = useMemo(() => (nodes ?? []).filter((node) => node.parent >= 0 && found?.has(node.path) === true).length, [nodes, found]);
  const rows = useMemo(() => rowsOf(tree, toggled, found), [tree, toggled, found]);
  const selected = useMemo(() => new Set(selection), [selection]);
  const hiddenSet = useMemo(() => new Set(hidden), [hidden]);
  const lockedSet = useMemo(() => new Set(locked), [locked]);
  const pinnedSet = useMemo(() => new Set(pinned), [pinned]);

  useEffect(
    () =>
      onStep((step) => {
        if (Object.keys(step.renamed).length === 0) return;
        const follow = (path: string) => (path in step.renamed ? step.renamed[path] : path) ?? null;
        setToggled((now) => new Set([...now].map(follow).filter((path): path is string => path !== null)));
        setFocus((now) => (now === null ? null : follow(now)));
      }),
    [],
  );

  const scrollTo = useCallback(
    (index: number) => {
      const list = box.current;
      if (list === null || index < 0) return;
      const top = scrolledTo(index, list.scrollTop, list.clientHeight, rowHeight);
      if (top !== null) list.scrollTop = top;
    },
    [box],
  );

  // the selection of the viewport, of queries and of the program comes into view here
  const last = selection.at(-1) ?? null;
  const followed = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (last === null || !tree.byPath.has(last)) {
      followed.current = null;
      return;
    }
    if (followed.current === last) return;
    const open = found === null ? opened(tree, toggled, last) : null;
    if (open !== null) {
      setToggled(open);
      return;
    }
    followed.current = last;
    setFocus(last);
    scrollTo(indexOf(rows, last));
  }, [last, tree, toggled, rows, found, scrollTo]);

  const choose = useCallback(
    (path: string, held: { ctrl: boolean; shift: boolean }) => {
      const choice = clicked(rows, useStudio.getState().selection, anchor.current, path, held);
      anchor.current = choice.anchor;
      followed.current = choice.selection.at(-1) ?? null;
      setFocus(choice.focus);
      select(choice.selection);
    },
    [rows],
  );

  const toggle = useCallback((path: string) => setToggled((now) => flipped(now, path)), []);

  const actions = useMemo<RowActions>(
    () => ({
      click: (path, event) => choose(path, { ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey }),
      toggle,
      menu: (path, x, y) => {
        if (!useStudio.getState().selection.includes(path)) choose(path, { ctrl: false, shift: false });
        setMenu({ x, y });
      },
      focus: (path) => currentViewport()?.focus([path]),
      hide: (path) => switchHidden([path]),
      lock: (path) => switchLocked([path]),
      pin: (path) => switchPinned([path]),
      rename: (path, name) => {
        setRenaming(null);
        box.current?.focus();
        if (name !== null) void renamePath(path, name);
      },
    }),
    [choose, toggle],
  );

  const act = (id: string) => {
    const paths = useStudio.getState().selection;
    if (id === "focus") currentViewport()?.focus(paths);
    else if (id === "rename" && paths.length === 1) setRenaming(paths[0]!);
    else if (id === "duplicate") void duplicatePaths(paths);
    else if (id === "delete") void deletePaths(paths);
    else if (id === "hide") switchHidden(paths);
    else if (id === "lock") switchLocked(paths);
    else if (id === "pin") switchPinned(paths);
    else if (id === "alike") select(alike(tree, paths));
    else if (id === "children") select(paths.flatMap((path) => tree.byPath.get(path)?.children.map((item) => item.node.path) ?? []));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (renaming !== null || event.nativeEvent.isComposing) return;
    const at = indexOf(rows, focus);
    const row = rows[at];
    const ctrl = event.ctrlKey || event.metaKey;
    const movement = event.altKey ? null : movementOf(event.key);
    if (movement !== null) {
      const next = moved(rows.length, at, movement, Math.max(Math.floor(height / rowHeight) - 1, 1));
      if (next >= 0) {
        const path = rows[next]!.item.node.path;
        if (ctrl && !event.shiftKey) setFocus(path);
        else choose(path, { ctrl: false, shift: event.shiftKey });
        scrollTo(next);
      }
    } else if (event.key === "ArrowRight" && row) {
      if (row.open === false) toggle(row.item.node.path);
      else if (row.open) choose(rows[at + 1]!.item.node.path, { ctrl: false, shift: false });
    } else if (event.key === "ArrowLeft" && row) {
      if (row.open && found === null) toggle(row.item.node.path);
      else if (row.item.parent !== null) choose(row.item.parent.node.path, { ctrl: false, shift: false });
    } else if (event.key === " " && row) {
      choose(row.item.node.path, { ctrl: true, shift: false });
    } else if (event.key === "Enter" && row) {
      currentViewport()?.focus(selection.length > 0 ? selection : [row.item.node.path]);
    } else if (event.key === "F2" && row) {
      choose(row.item.node.path, { ctrl: false, shift: false });
      setRenaming(row.item.node.path);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      act("delete");
    } else if (event.key === "Escape") {
      // the viewport, whose keys are lent here, leads out of a part; without it there is nothing to lead
      if (currentViewport() === null) select([]);
    } else if ((event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) && row) {
      const place = document.getElementById(rowId(row.item.node.row))?.getBoundingClientRect();
      if (place) actions.menu(row.item.node.path, place.left + 40, place.bottom);
    } else if (ctrl && event.key.toLowerCase() === "a") {
      select(rows.filter((each) => found === null || found.has(each.item.node.path)).map((each) => each.item.node.path));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const [from, to] = windowOf(rows.length, scrollTop, height, rowHeight);
  const focusedRow = focus === null ? undefined : tree.byPath.get(focus);
  const drawn = rows.slice(from, to);
  const focusIsDrawn = drawn.some((row) => row.item === focusedRow);

  return (
    <section className="outliner" aria-label="Outliner">
      <div className="pane-bar">
        <SearchField label="Search the outliner" placeholder="Search things" value={query} onChange={setQuery} />
      </div>
      <div
        ref={box}
        className="outliner-list"
        role="tree"
        // G, R, S and the like do in the tree what they do in the view: they never choose another row
        data-viewport-keys=""
        aria-label="Things of the scene"
        aria-multiselectable
        tabIndex={0}
        {...(focusedRow && focusIsDrawn && { "aria-activedescendant": rowId(focusedRow.node.row) })}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (focus === null && rows.length > 0) setFocus(rows[0]!.item.node.path);
        }}
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      >
        <div role="presentation" className="outliner-space" style={{ height: rows.length * rowHeight }}>
          {drawn.map(({ item, open, position, siblings }, index) => (
            <OutlinerRow
              key={item.node.path}
              item={item}
              top={(from + index) * rowHeight}
              open={open}
              position={position}
              siblings={siblings}
              selected={selected.has(item.node.path)}
              focused={item === focusedRow}
              hidden={hiddenSet.has(item.node.path)}
              unseen={within(hiddenSet, item.node.path)}
              locked={lockedSet.has(item.node.path)}
              pinned={pinnedSet.has(item.node.path)}
              onTheWay={found !== null && !found.has(item.node.path)}
              renaming={renaming === item.node.path}
              actions={actions}
            />
          ))}
        </div>
      </div>
      {scene !== null && rows.length === 0 && (
        <div className="outliner-empty">
          {query === "" ? (
            <EmptyState icon={ListTree} title="The scene is empty">
              Add things in the Inspector's catalogue, or write them in the program.
            </EmptyState>
          ) : (
            <EmptyState icon={SearchX} title="Nothing is called that" action={<Button onPress={() => setQuery("")}>Clear the search</Button>}>
              The search looks at words, names and materials. The Query tab searches by meaning.
            </EmptyState>
          )}
        </div>
      )}
      <div className="pane-foot numbers">
        <span>{found === null ? countOf(things) : `${foundThings.toLocaleString("en")} found`}</span>
        {selection.length > 0 && <span>{selection.length.toLocaleString("en")} selected</span>}
        {hidden.length > 0 && (
          <Button variant="quiet" size="small" onPress={() => switchHidden(hidden)}>
            Show {hidden.length.toLocaleString("en")} hidden
          </Button>
        )}
      </div>
      <ContextMenu
        label="Actions on the selection"
        at={menu}
        onClose={() => setMenu(null)}
        entries={entriesFor(selection, { hidden: hiddenSet, locked: lockedSet, pinned: pinnedSet }, scene?.root ?? null)}
        onAction={act}
      />
    </section>
  );
}
