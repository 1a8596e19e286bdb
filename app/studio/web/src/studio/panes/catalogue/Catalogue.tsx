// The catalogue: search by meaning, categories, and objects to drag into the scene. No pointer is needed: arrow keys lead through it, and Enter
// adds what they lead to where the person looks.

import { PackageSearch, Plus } from "lucide-react";
import { Fragment, useEffect, useRef, useState } from "react";
import { RequestFailure } from "../../api/client";
import { Button, EmptyState, Notice, SearchField, SelectField, Spinner } from "../../parts";
import { countWords, searchCatalogue, sizeWords, wordsFor } from "./catalogueApi";
import type { CatalogueItem, CataloguePage } from "../../../protocol";
import { CataloguePicture } from "./CataloguePicture";
import { addInView } from "./adding";
import { draggedObject } from "./draggedThings";
import { beginDrag } from "./dragging";
import { useCardGrid } from "./useCardGrid";
import "./catalogue.css";

const perPage = 40;

export interface CatalogueProps {
  /** What choosing an object does; by default it is added to the scene. */
  onChoose?: (what: string) => void;
  verb?: string;
  /** The search has the focus at first. */
  autoFocus?: boolean;
}

export function Catalogue({ onChoose, verb = "Add", autoFocus = false }: CatalogueProps) {
  const field = useRef<HTMLInputElement>(null);
  const { grid, current, setCurrent, onSearchKey, onGridKey } = useCardGrid(field);
  const [words, setWords] = useState("");
  const [category, setCategory] = useState("");
  const [pages, setPages] = useState<CataloguePage[]>([]);
  const [wanted, setWanted] = useState(1);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const first = pages[0];

  useEffect(() => {
    setWanted(1);
    setCurrent(0);
  }, [words, category, setCurrent]);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);

  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(
      () => {
        setBusy(true);
        searchCatalogue(words, category, wanted - 1, perPage, control.signal)
          .then((page) => {
            setPages((before) => (wanted === 1 ? [page] : [...before.slice(0, wanted - 1), page]));
            setProblem(null);
            setBusy(false);
          })
          .catch((error: unknown) => {
            if (control.signal.aborted) return;
            setProblem(error instanceof RequestFailure ? error.message : String(error));
            setBusy(false);
          });
      },
      words === "" ? 0 : 220,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [words, category, wanted]);

  const items = pages.flatMap((page) => page.items);
  const choose = (item: CatalogueItem) => {
    const what = wordsFor(item, words);
    if (onChoose !== undefined) onChoose(what);
    else void addInView(item, what);
  };
  const categories = [{ id: "all", label: "All categories" }, ...(first?.categories ?? []).map(({ name, count }) => ({ id: name, label: `${name.replaceAll("_", " ")} (${count})` }))];

  return (
    <div className="catalogue">
      <div className="catalogue-search" onKeyDownCapture={onSearchKey}>
        <SearchField label="Search the catalogue by meaning" placeholder="Search objects" value={words} onChange={setWords} inputRef={field} onSubmit={() => items[0] && choose(items[0])} />
        <SelectField label="Category" hideLabel options={categories} value={category === "" ? "all" : category} onChange={(id) => setCategory(id === "all" ? "" : id)} />
      </div>
      <p className="catalogue-count muted" role="status">
        {busy && first === undefined ? "Looking ..." : first === undefined ? "" : `${countWords(first)}${onChoose === undefined ? ". Drag one into the view, or press Enter" : ""}`}
      </p>
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      {first !== undefined && !first.byMeaning && words !== "" && <Notice tone="info">Only names are searched: the search by meaning is not installed.</Notice>}
      {busy && first === undefined && (
        <div className="pane-waiting">
          <Spinner label="The catalogue is being read" size={20} />
        </div>
      )}
      {first !== undefined && items.length === 0 && (
        <EmptyState icon={PackageSearch} title={`Nothing fits "${words}"`}>
          {first.nearest.length > 0 && (
            <div className="button-row">
              {first.nearest.slice(0, 5).map((word) => (
                <Button key={word} size="small" onPress={() => setWords(word)}>
                  {word}
                </Button>
              ))}
            </div>
          )}
        </EmptyState>
      )}
      <ul ref={grid} className="catalogue-grid" aria-label="Objects" onKeyDown={onGridKey}>
        {items.map((item, index) => (
          <Fragment key={item.key}>
            {first !== undefined && index === first.fitting && <li className="catalogue-heading muted">{first.fitting > 0 ? "Similar" : "Nothing is called so. Near in meaning:"}</li>}
            <Card
              item={item}
              what={wordsFor(item, words)}
              verb={verb}
              drags={onChoose === undefined}
              isCurrent={index === Math.min(current, items.length - 1)}
              onFocus={() => setCurrent(index)}
              onChoose={() => choose(item)}
            />
          </Fragment>
        ))}
      </ul>
      {first !== undefined && items.length < first.total && items.length > 0 && (
        <Button size="small" onPress={() => setWanted(wanted + 1)} isPending={busy}>
          Show more
        </Button>
      )}
    </div>
  );
}

interface CardProps {
  item: CatalogueItem;
  what: string;
  verb: string;
  drags: boolean;
  /** Tab leads to it. */
  isCurrent: boolean;
  onFocus: () => void;
  onChoose: () => void;
}

function Card({ item, what, verb, drags, isCurrent, onFocus, onChoose }: CardProps) {
  const picture = useRef<HTMLSpanElement>(null);
  return (
    <li>
      <button
        type="button"
        className="catalogue-card"
        tabIndex={isCurrent ? 0 : -1}
        onFocus={onFocus}
        title={`${item.phrase ?? item.word}\n${sizeWords(item.size)}, ${item.licence ?? "unknown licence"}`}
        onPointerDown={(event) => {
          if (drags) beginDrag(event.nativeEvent, draggedObject(item, what), picture.current);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            onChoose();
          }
        }}
        onClick={() => {
          if (!drags) onChoose();
        }}
        onDoubleClick={() => {
          if (drags) onChoose();
        }}
      >
        <span ref={picture} className="catalogue-picture">
          <CataloguePicture itemKey={item.key} />
        </span>
        <span className="catalogue-word cut">{item.word}</span>
        <span className="catalogue-size muted numbers cut">{sizeWords(item.size)}</span>
        <span className="unseen">Enter: {verb}</span>
      </button>
      {drags && (
        <button type="button" className="catalogue-add" onClick={onChoose} aria-label={`${verb} ${item.word}`} title={`${verb}: a place is found for it`} tabIndex={-1}>
          <Plus size={14} aria-hidden />
        </button>
      )}
    </li>
  );
}
