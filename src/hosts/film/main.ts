// The film page's entry: a film is opened and drawn by calls from outside, one after the other.
import '../../link/no-eval.ts';
import { Film, type FilmNews, type FilmSetup } from './film.ts';

export type FilmWindow = {
  open(setup: FilmSetup): void;
  /** Puts the picture of an instant; gives it as a PNG in base64 when it is `wanted`. */
  draw(nowMs: number, news: FilmNews, wanted: boolean): Promise<string | null>;
  faults(): readonly string[];
};

declare global {
  interface Window {
    film?: FilmWindow;
  }
}

const films: Film[] = [];

window.film = {
  open(setup) {
    films.splice(0, films.length, new Film(setup));
  },
  async draw(nowMs, news, wanted) {
    const [film] = films;
    if (!film) throw new Error('No film is open');
    await film.tick(nowMs, news);
    return wanted ? film.png() : null;
  },
  faults: () => films.flatMap((film) => film.faults),
};
