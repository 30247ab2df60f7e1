import { isKnown, type Known } from './known.js';
import { isMark, lower, type Token } from './scan.js';

/**
 * The words of the language in other tongues, of which whole lines may be written: each row has those that stand for
 * one word. A new one is a word in its row. All are in small letters; a word of English is not among them.
 */
const ROWS: Readonly<Record<string, string>> = {
  zone: 'zona zonas zonen região regione région regiao',
  node: 'nodo nodos nodi knoten noeud nœud noeuds nó nós servidor serveur rechner',
  link: 'enlace enlaces lien liens liaison verbindung collegamento ligação ligacao conexión conexion leitung',
  client: 'cliente clientes clienti kunde kunden klient utilisateur usuario nutzer',
  store: 'speicher datenbank archivio archivo almacen almacén magasin magazzino armazém armazem base banque',
  operation: 'operación operacion opération operazione operação operacao vorgang',
  partition: 'partición particion partizione partição particao trennung coupure',
  expect: 'espera esperar esperamos erwarte erwartet attend attendre attends aspetta',
  accept: 'acepta aceptar akzeptiere accepte accepter accetta aceita',
  in: 'en dans bei nel nella em dentro',
  on: 'auf sur su sobre',
  from: 'von desde de da depuis dal',
  and: 'und et',
  read: 'lese lesen liest leer lee lire lit leggere legge leggi ler lê',
  write:
    'schreibe schreiben schreibt escribir escribe écrire ecrire écrit ecrit scrivere scrive scrivi escrever escreve',
  choose: 'wähle waehle wählt elegir elige choisir choisit scegliere sceglie scegli escolher escolhe',
  under: 'unter bajo sous sotto sob bei',
  any: 'jeder jede jedem cualquier chaque ogni qualquer',
  primary: 'primär primario primária primaire',
  async: 'asynchron asíncrono asincrono assíncrono asynchrone',
  sync: 'synchron síncrono sincrono synchrone',
  automatic: 'automatisch automático automatico automatique',
  manual: 'manuell manuale manuel manuelle',
  available: 'disponible verfügbar disponibile disponível',
  error: 'fehler erreur errore erro',
  stale: 'veraltet obsoleto périmé',
  conflict: 'konflikt conflicto conflit conflitto conflito',
  lost: 'verloren perdido perdu perso',
  never: 'nie niemals nunca jamais mai',
};

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(ROWS)
    .toReversed()
    .flatMap(([own, words]) => words.split(' ').map((word): [string, string] => [word, own])),
);

/** Where a name may stand: after a keyword, after a comma. */
function isNameThere(tokens: readonly Token[], i: number): boolean {
  return i === 1 || isMark(tokens[i - 1], ',', '(', '[');
}

/** `client anna bei berlin`: each word of another tongue as it is here, where no name stands or is known. */
export function translated(tokens: readonly Token[], known: Known): readonly Token[] {
  return tokens.map((token, i) => {
    const own = WORDS.get(lower(token));
    return own === undefined || isNameThere(tokens, i) || isKnown(token.text, known) ? token : { ...token, text: own };
  });
}
