// Requests to the server. Every error is a RequestFailure with one message for people.

import type { StudioError } from "../../protocol";

export class RequestFailure extends Error {
  constructor(
    readonly error: StudioError,
    readonly status: number,
  ) {
    super(error.message);
    this.name = "RequestFailure";
  }
}

const lost: StudioError = {
  class: "ConnectionError",
  message: "The server does not answer. Is scenewright studio still running?",
  field: "",
  stale: false,
};

async function answered(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...init });
  } catch (reason) {
    if (init.signal?.aborted) throw reason;
    throw new RequestFailure(lost, 0);
  }
  if (response.ok) return response;
  throw new RequestFailure(await errorOf(response), response.status);
}

async function errorOf(response: Response): Promise<StudioError> {
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && "error" in body) return body.error as StudioError;
  } catch {
    // a plain text says what is wrong
  }
  return { class: "HTTPError", message: text.slice(0, 400) || `The server answered ${response.status}.`, field: "", stale: false };
}

export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await answered(path, signal ? { signal } : {})).json() as Promise<T>;
}

export async function getBytes(path: string): Promise<ArrayBuffer> {
  return (await answered(path, {})).arrayBuffer();
}

export async function sendJson<T>(method: "POST" | "PUT" | "DELETE", path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return (await sent(method, path, body, signal ? { signal } : {})).json() as Promise<T>;
}

export async function sendForBytes(path: string, body: unknown): Promise<ArrayBuffer> {
  return (await sent("POST", path, body)).arrayBuffer();
}

/** Sends what must arrive though the page may be going; nobody may wait for the answer. Browsers take 64 kB so. */
export async function sendAtLast(method: "PUT", path: string, body: unknown): Promise<void> {
  await sent(method, path, body, { keepalive: true });
}

function sent(method: string, path: string, body: unknown, more: RequestInit = {}): Promise<Response> {
  return answered(path, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...more,
  });
}

/** A name for a command, so that the server does not do it twice when the page asks again. */
export function commandName(): string {
  return crypto.randomUUID();
}
