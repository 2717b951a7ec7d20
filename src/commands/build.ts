import { make } from './make.ts';

await make((sentence) => console.log(sentence));
