import type { Role } from './blocks.js';
import { rounded } from './geometry.js';
import type { Mark } from './lines.js';
import type { Point, Shape } from './scene.js';

/** `candidate`: may lead now; `former`: led before the break. */
export type SignedRole = Role | 'candidate' | 'former';

/**
 * A star leads, an open star may or did, a dot holds a copy, an open dot holds one and has no vote, an open diamond
 * votes and holds none, a triangle runs a service.
 */
export function badgeSign(role: SignedRole, x: number, y: number): Shape {
  switch (role) {
    case 'leader':
      return { kind: 'polygon', look: 'sign-leader', points: star(x, y, 6.5) };
    case 'candidate':
      return { kind: 'polygon', look: 'sign-candidate', points: star(x, y, 6) };
    case 'former':
      return { kind: 'polygon', look: 'sign-former', points: star(x, y, 6) };
    case 'replica':
      return { kind: 'box', look: 'sign-replica', radius: 4, x: x - 4, y: y - 4, width: 8, height: 8 };
    case 'observer':
      return { kind: 'box', look: 'sign-observer', radius: 4, x: x - 4, y: y - 4, width: 8, height: 8 };
    case 'instance':
      return {
        kind: 'polygon',
        look: 'sign-instance',
        points: [
          { x: x - 4, y: y - 5 },
          { x: x + 5, y },
          { x: x - 4, y: y + 5 },
        ],
      };
    case 'witness':
      return {
        kind: 'polygon',
        look: 'sign-witness',
        points: [
          { x, y: y - 5.5 },
          { x: x + 5.5, y },
          { x, y: y + 5.5 },
          { x: x - 5.5, y },
        ],
      };
  }
}

function star(x: number, y: number, radius: number): Point[] {
  return Array.from({ length: 10 }, (_, i) => {
    const angle = (Math.PI * i) / 5 - Math.PI / 2;
    const r = i % 2 === 0 ? radius : radius * 0.42;
    return rounded({ x: x + r * Math.cos(angle), y: y + r * Math.sin(angle) });
  });
}

/** A cross if a link is cut, two bars if a partition separates its ends. */
export function linkSign({ at, direction }: Mark, state: 'cut' | 'parted'): Shape[] {
  const point = (forth: number, across: number): Point =>
    rounded({
      x: at.x + direction.x * forth - direction.y * across,
      y: at.y + direction.y * forth + direction.x * across,
    });
  const strokesOf: readonly (readonly [Point, Point])[] =
    state === 'cut'
      ? [
          [point(-7, -7), point(7, 7)],
          [point(-7, 7), point(7, -7)],
        ]
      : [
          [point(-3, -9), point(-3, 9)],
          [point(3, -9), point(3, 9)],
        ];
  return (['sign-back', 'sign'] as const).flatMap((look) =>
    strokesOf.map((points): Shape => ({ kind: 'line', look, points })),
  );
}
