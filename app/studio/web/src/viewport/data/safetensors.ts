// Reads safetensors files: eight bytes with the length of a JSON header, the header, and the bytes of the tensors.

export type TensorArray = Float32Array | Float64Array | Int32Array | Uint32Array | Uint16Array | Int16Array | Uint8Array | Int8Array;

export interface Tensor {
  dtype: string;
  shape: number[];
  data: TensorArray;
}

export interface SafeTensors {
  tensors: Map<string, Tensor>;
  metadata: Record<string, string>;
}

const MOST_HEADER_BYTES = 64 * 1024 * 1024;

const ARRAYS = {
  F64: Float64Array,
  F32: Float32Array,
  I32: Int32Array,
  U32: Uint32Array,
  I16: Int16Array,
  U16: Uint16Array,
  I8: Int8Array,
  U8: Uint8Array,
  BOOL: Uint8Array,
} as const;

interface Entry {
  dtype: keyof typeof ARRAYS;
  shape: number[];
  data_offsets: [number, number];
}

/** The tensors of a file. Arrays share the file's memory where their place in it allows this. */
export function readSafetensors(file: ArrayBuffer): SafeTensors {
  if (file.byteLength < 8) throw new Error(`the file has ${file.byteLength} bytes: a safetensors file has at least 8`);
  const length = Number(new DataView(file).getBigUint64(0, true));
  if (length > MOST_HEADER_BYTES || 8 + length > file.byteLength) {
    throw new Error(`the file has ${file.byteLength} bytes, and its header would have ${length}: it is cut off or no safetensors file`);
  }
  const header = readHeader(new Uint8Array(file, 8, length));
  const start = 8 + length;
  const tensors = new Map<string, Tensor>();
  let metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(header)) {
    if (name === "__metadata__") metadata = value as Record<string, string>;
    else tensors.set(name, readTensor(file, start, name, value as Entry));
  }
  return { tensors, metadata };
}

function readHeader(bytes: Uint8Array): Record<string, unknown> {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`the header of the safetensors file is no JSON: ${(error as Error).message}`);
  }
}

function readTensor(file: ArrayBuffer, start: number, name: string, entry: Entry): Tensor {
  const Kind = ARRAYS[entry.dtype];
  if (Kind === undefined) throw new Error(`the tensor '${name}' has the type ${entry.dtype}, which is not read here`);
  const [from, to] = entry.data_offsets;
  const size = entry.shape.reduce((product, n) => product * n, 1);
  if (from < 0 || to > file.byteLength - start || to - from !== size * Kind.BYTES_PER_ELEMENT) {
    throw new Error(`the tensor '${name}' of shape (${entry.shape.join(", ")}) does not fit the bytes ${from} to ${to} of the file`);
  }
  const at = start + from;
  const aligned = at % Kind.BYTES_PER_ELEMENT === 0;
  const data = aligned ? new Kind(file, at, size) : new Kind(file.slice(at, start + to));
  return { dtype: entry.dtype, shape: entry.shape, data };
}

/** A tensor that must be there, of one kind and of rows of `width` numbers; width 1: a vector. */
export function tensorOf<T extends TensorArray>(
  from: SafeTensors,
  name: string,
  Kind: abstract new (...parts: never[]) => T,
  width: number,
): T {
  const tensor = from.tensors.get(name);
  if (tensor === undefined) throw new Error(`the file has no tensor '${name}'`);
  const rows = width === 1 ? tensor.shape.length === 1 : tensor.shape.length === 2 && tensor.shape[1] === width;
  if (!(tensor.data instanceof Kind) || !rows) {
    throw new Error(`the tensor '${name}' is ${tensor.dtype} (${tensor.shape.join(", ")}): it should have rows of ${width}`);
  }
  return tensor.data;
}
