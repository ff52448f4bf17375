import { useRef, useState } from 'react';
import { ApiProblem } from './api-problem';
import { choosePhotos, type PhotoPath, uploadPhoto } from './photos';
import { newWriteKey } from './write-key';

/** One chosen photo on its way to the service. */
export interface ChosenPhoto {
  /** Under which the service keeps it once, however often it is sent. */
  readonly key: string;
  /** Where it lies on this phone; also what shows it. */
  readonly path: PhotoPath;
  readonly state: 'sending' | 'sent' | 'failed';
  /** The service's id, once sent. */
  readonly id?: string;
  readonly problem?: ApiProblem;
}

/**
 * The photos of a form: each is sent as soon as it is chosen, so that the form itself is small and quick to send.
 * @param purpose what they are for: `rules.record`
 * @param max how many the form takes
 */
export function usePhotos(purpose: string, max: number) {
  const [photos, setPhotos] = useState<readonly ChosenPhoto[]>([]);
  // A photo that was removed while it was being sent must not come back when it arrives.
  const latest = useRef(photos);

  function change(next: readonly ChosenPhoto[]) {
    latest.current = next;
    setPhotos(next);
  }

  function update(key: string, fields: Pick<ChosenPhoto, 'state' | 'id' | 'problem'>) {
    change(latest.current.map((photo) => (photo.key === key ? { key, path: photo.path, ...fields } : photo)));
  }

  async function send({ key, path }: Pick<ChosenPhoto, 'key' | 'path'>) {
    try {
      const { id } = await uploadPhoto(path, purpose, key);
      update(key, { state: 'sent', id });
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      update(key, { state: 'failed', problem: failure });
    }
  }

  async function add() {
    const paths = await choosePhotos(max - latest.current.length);
    const chosen = await Promise.all(
      paths.map(async (path) => ({ key: await newWriteKey(), path, state: 'sending' as const })),
    );
    change([...latest.current, ...chosen].slice(0, max));
    // One after the other: on a weak signal two at once reach nothing.
    for (const photo of latest.current.filter(
      ({ state, key }) => state === 'sending' && chosen.some((c) => c.key === key),
    ))
      await send(photo);
  }

  function retry(photo: ChosenPhoto) {
    update(photo.key, { state: 'sending' });
    void send(photo);
  }

  return {
    photos,
    max,
    add: () => void add(),
    retry,
    remove: (key: string) => change(latest.current.filter((photo) => photo.key !== key)),
    /** Ids for the form, in the order in which they were chosen. */
    ids: photos.flatMap(({ id }) => (id === undefined ? [] : [id])),
    /** True when nothing is on its way and nothing failed: the form may go. */
    isReady: photos.every(({ state }) => state === 'sent'),
  };
}

export type Photos = ReturnType<typeof usePhotos>;
