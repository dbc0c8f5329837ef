// The port of every way to say who one is. A way that is not meant answers undefined; one that is meant but
// wrong throws `signin.failed`, always the same, whatever the cause was.
import type { Hello } from '#protocol/hello.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Person } from './person.ts'

export interface SignIn {
  meet(hello: Hello): Person | undefined | Promise<Person | undefined>
  /** Asked at every resume: who this person is by now, or undefined when he may no longer come. */
  again(person: Person): Person | undefined
}

export async function meet(ways: readonly SignIn[], hello: Hello): Promise<Person> {
  for (const way of ways) {
    const person = await way.meet(hello)
    if (person) return person
  }
  throw new Refusal('signin.failed')
}

export function again(ways: readonly SignIn[], person: Person): Person | undefined {
  let known: Person | undefined = person
  for (const way of ways) known = known && way.again(known)
  return known
}
