package testrecord

import (
	"fmt"
	"strings"
)

// kept is an event like any.
const kept = "- date: 2025-01-01\n  title: Kept\n"

// lines returns n texts, each made from its number.
func lines(n int, format string) string {
	var list strings.Builder
	for i := range n {
		fmt.Fprintf(&list, format, i)
	}
	return list.String()
}

// letterName returns a number as a word without digits.
func letterName(i int) string {
	word := []byte("B")
	for range 6 {
		word = append(word, "aeioubcdfg"[i%10])
		i /= 10
	}
	return string(word)
}

// named returns n texts, each made from a word of its own.
func named(n int, format string) string {
	var list strings.Builder
	for i := range n {
		fmt.Fprintf(&list, format, letterName(i))
	}
	return list.String()
}

// pairs returns functions that make records in which n of one thing meet n of another, or each other.
func pairs() map[string]func(n int) string {
	const events = "events:\n" + kept
	return map[string]func(n int) string{
		"actors of two shared aliases": func(n int) string {
			return "actors:\n" + lines(n, "- {id: a%d, name: N%[1]d, aliases: [same, other]}\n") + events
		},
		"actors of one name": func(n int) string { return "actors:\n" + lines(n, "- {name: Same, x%d: y}\n") + events },
		"actors of one id": func(n int) string {
			return "actors:\n" + lines(n, "- {id: same, name: N%d, parent: same}\n") + events
		},
		"a ring of parents": func(n int) string {
			var list strings.Builder
			for i := range n {
				fmt.Fprintf(&list, "- {id: p%d, name: P%d x, parent: p%d}\n", i, i, (i+1)%n)
			}
			return "actors:\n" + list.String() + events
		},
		"a chain of parents": func(n int) string {
			var list strings.Builder
			for i := range n {
				fmt.Fprintf(&list, "- {id: p%d, name: P%d x, parent: p%d}\n", i, i, i+1)
			}
			return "actors:\n" + list.String() + events + lines(n, "- {date: 2025-01-02, title: t%d, actors: [p%[1]d]}\n")
		},
		"members of all": func(n int) string {
			return "actors:\n- {id: m, name: M, memberships: [" + lines(n, "{of: o%d, role: r%[1]d}, ") + "]}\n" + events +
				lines(n, "- {date: 2025-01-02, title: t%d, actors: [m]}\n")
		},
		"offices of a body of many names": func(n int) string {
			return "actors:\n- {id: o, name: O, aliases: [" + lines(n, "name %d, ") + "]}\n" +
				"- {id: m, name: M, memberships: [" + lines(n, "{of: o, role: r%d, start: 1990, end: 1991}, ") + "]}\n" + events +
				lines(n, "- {date: 2025-01-02, title: t%d, actors: [m]}\n")
		},
		"initials of one surname": func(n int) string {
			return kept + named(n, "- {date: 2025-01-02, title: a, actors: [\"J. %s Smith\", \"%[1]s Smith\"]}\n")
		},
		"titles of one surname": func(n int) string {
			return kept + named(n, "- {date: 2025-01-02, title: a, actors: [\"Dr. %s Smith\", \"%[1]s Smith\"]}\n")
		},
		"an event of doubles": func(n int) string {
			return kept + "- {date: 2025-01-02, title: a, actors: [" + named(n, "%s Yermak, ") + "]}\n" +
				"- {date: 2025-01-02, title: b, actors: [" + named(n, "%s Ermak, ") + "]}\n"
		},
		"doubles of many spellings": func(n int) string {
			return "actors:\n- {id: a, name: Kyrylenko, aliases: [" + named(n, "%s Zelensky, ") + "]}\n" +
				"- {id: b, name: Petrenko, aliases: [" + named(n, "%s Zelenskyy, ") + "]}\n" + events +
				lines(n, "- {date: 2025-01-02, title: a%d, actors: [a]}\n") +
				lines(n, "- {date: 2025-01-02, title: b%d, actors: [b]}\n")
		},
		"problems with a long name": func(n int) string {
			return "actors:\n- {id: l, name: " + strings.Repeat("long ", n) + ", aliases: [same]}\n" +
				lines(n, "- {id: a%d, name: N%[1]d, aliases: [same]}\n") + events
		},
		"events of one title": func(n int) string { return kept + strings.Repeat("- {date: 2025-01-02, title: same}\n", n) },
		"events of one id": func(n int) string {
			return kept + strings.Repeat("- {date: 2025-01-02, title: a, id: same}\n", n)
		},
		"sources of one id": func(n int) string {
			return "sources:\n" + lines(n, "- {id: same, url: https://a.example, title: t%d}\n") + events
		},
		"related to nothing": func(n int) string {
			return kept + lines(n, "- {date: 2025-01-02, title: a, id: e%d, related: [f%[1]d]}\n")
		},
		"quotes and actors of an event": func(n int) string {
			return kept + "  actors: [" + lines(n, "a%d, ") + "]\n  quotes:\n" +
				lines(n, "  - {by: b%d, text: t, source: https://a%[1]d.example}\n")
		},
		"figures of one label": func(n int) string {
			return kept + lines(n, "- {date: 2025-01-02, title: a, figures: [{label: a, value: %d}]}\n")
		},
		"tags of all": func(n int) string { return kept + lines(n, "- {date: 2025-01-02, title: a, tags: [t%d, same]}\n") },
	}
}
