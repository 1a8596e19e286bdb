// Pictures that a new scene is made from: each is sent as soon as it is chosen, and looked at by the server.

import { useEffect, useRef, useState } from "react";
import { commandName } from "../../api/client";
import { upload } from "./uploads";

export interface PromptPicture {
  key: string;
  name: string;
  /** Id of the upload; null: it is on its way, or was refused. */
  id: string | null;
  /** The share that was sent. */
  share: number;
  problem: string | null;
}

export const pictureTypes = [".png", ".jpg", ".jpeg", ".webp"];
export const mostPictures = 16;
const mostBytes = 64 * 2 ** 20;

/** Why a file cannot be taken, before it is sent; null: the server looks at it. */
export function pictureRefusal({ name, size }: { name: string; size: number }): string | null {
  if (!pictureTypes.some((type) => name.toLowerCase().endsWith(type))) return "It is no PNG, JPEG or WebP picture.";
  if (size === 0) return "The file is empty.";
  if (size > mostBytes) return "It is larger than 64 MB.";
  return null;
}

export function usePromptPictures(): { pictures: PromptPicture[]; add: (files: Iterable<File>) => void; remove: (key: string) => void; clear: () => void } {
  const [pictures, setPictures] = useState<PromptPicture[]>([]);
  const sending = useRef(new Map<string, AbortController>());
  const change = (key: string, values: Partial<PromptPicture>) => setPictures((now) => now.map((each) => (each.key === key ? { ...each, ...values } : each)));
  useEffect(() => {
    const all = sending.current;
    return () => all.forEach((control) => control.abort());
  }, []);
  const send = async (key: string, file: File) => {
    const control = new AbortController();
    sending.current.set(key, control);
    try {
      const sent = await upload("picture", [{ file, name: file.name }], (share) => change(key, { share }), control.signal);
      change(key, { id: sent.id, share: 1 });
    } catch (error) {
      if (!control.signal.aborted) change(key, { problem: error instanceof Error ? error.message : String(error) });
    } finally {
      sending.current.delete(key);
    }
  };
  const add = (files: Iterable<File>) => {
    const free = mostPictures - pictures.length;
    for (const file of [...files].slice(0, Math.max(free, 0))) {
      const key = commandName();
      const problem = pictureRefusal(file);
      setPictures((now) => [...now, { key, name: file.name, id: null, share: 0, problem }]);
      if (problem === null) void send(key, file);
    }
  };
  const remove = (key: string) => {
    sending.current.get(key)?.abort();
    setPictures((now) => now.filter((each) => each.key !== key));
  };
  const clear = () => setPictures([]);
  return { pictures, add, remove, clear };
}
