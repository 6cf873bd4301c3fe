// The two clubs that play the simulated game. Both are invented, and so is everybody in them.

/** What a player is good at; `skills.ts` says what it is worth. */
export type Kind = 'point' | 'shooter' | 'wing' | 'forward' | 'big';

export type CastPlayer = {
  readonly id: number;
  /** As worn. The provider writes jerseys as numbers, so `"00"` is 0 in its words. */
  readonly number: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly position: 'G' | 'F' | 'C';
  readonly kind: Kind;
  /** Beside the others of his kind: -1 weak, 0 ordinary, 1 a star. */
  readonly rating: number;
};

export type CastTeam = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** The first five start: point, shooter, wing, forward, big. */
  readonly players: readonly CastPlayer[];
};

const POSITIONS = { point: 'G', shooter: 'G', wing: 'F', forward: 'F', big: 'C' } as const;

type Line = readonly [number: string, firstName: string, lastName: string, kind: Kind, rating: number];

const roster = (firstId: number, lines: readonly Line[]): readonly CastPlayer[] =>
  lines.map(([number, firstName, lastName, kind, rating], index) => ({
    id: firstId + index,
    number,
    firstName,
    lastName,
    position: POSITIONS[kind],
    kind,
    rating,
  }));

/** In a deep teal. */
export const HERONS: CastTeam = {
  id: 481,
  code: 'RIV',
  name: 'Riverton Herons',
  colour: '#0b7a75',
  players: roster(7101, [
    ['3', 'Malik', 'Osborne-Tate', 'point', 0.7],
    ['11', 'Dario', 'Kovačević', 'shooter', 0.6],
    ['0', 'Isaiah', 'Freeman', 'wing', 1],
    ['24', 'Bartholomew', 'Okonkwo-Fitzgerald', 'forward', 0.2],
    ['44', 'Jānis', 'Bērziņš', 'big', 0.5],
    ['7', 'Tomás', 'Villaseñor', 'point', -0.2],
    ['21', 'Andre', 'Whitlock', 'shooter', 0],
    ['5', 'Kwame', 'Asante', 'wing', 0.1],
    ['32', 'Łukasz', 'Wiśniewski', 'forward', -0.1],
    ['15', 'Terrence', 'Bell', 'big', -0.3],
    ['2', 'Jordan', 'Pryce', 'shooter', -0.6],
    ['35', 'Noah', 'Lindqvist', 'forward', -0.6],
    ['50', 'Deshawn', 'Hargrove', 'big', -0.8],
  ]),
};

/** In an orange-red. */
export const COMETS: CastTeam = {
  id: 493,
  code: 'ASH',
  name: 'Ashport Comets',
  colour: '#e4572e',
  players: roster(7201, [
    ['1', 'Xavier', 'Monroe', 'point', 1],
    ['8', 'Emre', 'Yıldız', 'shooter', 0.4],
    ['23', 'Julian', 'Castellanos', 'wing', 0.4],
    ['13', 'Darnell', 'Achebe', 'forward', 0.6],
    ['55', 'Grigol', 'Tsereteli', 'big', 0.4],
    ['00', 'Caleb', 'Winters', 'shooter', 0.1],
    ['4', 'Marcus', 'Devereaux', 'point', -0.1],
    ['20', 'Omar', 'El-Sayed', 'wing', -0.1],
    ['33', 'Finn', "O'Halloran", 'forward', 0],
    ['41', 'Samson', 'Adeyemi', 'big', -0.1],
    ['9', 'Ryo', 'Takahashi', 'point', -0.6],
    ['17', 'Preston', 'Gallagher', 'wing', -0.7],
  ]),
};
