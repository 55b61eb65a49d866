package testrecord

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Keys returns the keys of each kind of record in a file. Crowds has all of them; a test of package load holds them
// against its tables.
func Keys() map[string][]string {
	return map[string][]string{
		"event": {
			"id", "date", "start", "end", "title", "summary", "type", "status", "location", "actors", "tags", "quotes",
			"figures", "claims", "sources", "related", "notes",
		},
		"part":       {"actor", "role"},
		"quote":      {"by", "text", "source"},
		"figure":     {"label", "value", "low", "best", "high", "unit", "by", "source"},
		"claim":      {"by", "text", "status", "source"},
		"actor":      {"id", "name", "kind", "aliases", "memberships", "parent"},
		"membership": {"of", "role", "start", "end"},
		"source": {
			"id", "title", "publisher", "author", "published", "accessed", "url", "archive_url", "language",
		},
		"type": {"family", "glyph"},
		"head": {"title", "description", "actors", "sources", "types", "views", "fields", "events"},
	}
}

// listed are the kinds of what is in a list, by the key of the list; "" where that is text.
var listed = map[string]string{
	"actors": "part", "tags": "", "quotes": "quote", "figures": "figure", "claims": "claim", "sources": "source",
	"related": "", "notes": "", "aliases": "", "memberships": "membership",
}

// A crowd makes records of n of something.
type crowd struct {
	value func(key string, i int) string // of field key of the i-th
	items int                            // in each list
}

// ownKey is a key that no format has.
const ownKey = "zork"

// record returns the i-th record of a kind, with all its fields and one that is unknown, in braces.
func (c crowd) record(kind string, i int) string {
	var out strings.Builder
	for _, key := range append(Keys()[kind], ownKey) {
		if kind == "event" && (key == "start" || key == "end") {
			continue // date says it
		}
		fmt.Fprintf(&out, "%s: %s, ", key, c.field(key, i))
	}
	return "{" + out.String() + "}"
}

// field returns the value of a field of the i-th record.
func (c crowd) field(key string, i int) string {
	kind, isList := listed[key]
	switch {
	case !isList:
		return c.value(key, i)
	case kind == "":
		return "[" + c.list(func(k int) string { return c.value(key, i+k) }) + "]"
	}
	return "[" + c.list(func(k int) string { return c.record(kind, i+k) }) + "]"
}

// list returns the items of a list.
func (c crowd) list(item func(i int) string) string {
	var out strings.Builder
	for i := range c.items {
		out.WriteString(item(i) + ", ")
	}
	return out.String()
}

// numbered is a value that no other record has. Names of actors, sources and events are such that one means another.
func numbered(key string, i int) string {
	switch key {
	case "date", "start", "published":
		return fmt.Sprintf("%d-%02d-%02d", 1000+i/300%2000, 1+i%12, 1+i%28)
	case "end", "accessed":
		return fmt.Sprintf("%d", 3001+i%1000)
	case "url", "archive_url":
		return fmt.Sprintf("https://a.example/%d", i)
	case "value", "low", "best", "high":
		return fmt.Sprintf("\"%d\"", i)
	case "id", "source", "related":
		return fmt.Sprintf("n%d", i)
	case "name", "actor", "by", "of", "aliases":
		return "Name " + letterName(i)
	case "parent":
		return "Name " + letterName(i+1)
	case "kind":
		return "group"
	}
	return fmt.Sprintf("%s %d", key, i)
}

// equal is the same for all records but for what would make them one.
func equal(key string, i int) string {
	switch key {
	case "id", "name":
		return numbered(key, i)
	}
	return numbered(key, 0)
}

// head returns a record of actors, sources, types and events.
func head(actors, sources, types, events string) string {
	return "title: Head\ndescription: About it.\nactors:\n" + actors + "sources:\n" + sources + "types:\n" + types +
		"events:\n" + kept + events
}

// each returns n items made from their numbers.
func each(n int, item func(i int) string) string {
	var out strings.Builder
	for i := range n {
		out.WriteString("- " + item(i) + "\n")
	}
	return out.String()
}

// whole returns a record with n of each kind.
func (c crowd) whole(n int) string {
	of := func(kind string) string { return each(n, func(i int) string { return c.record(kind, i) }) }
	types := lines(n, "  type %d: {family: talks, glyph: x, zork: y}\n")
	return head(of("actor"), of("source"), types, of("event"))
}

// one returns a record with one of each kind.
func (c crowd) one() string {
	return head("- "+c.record("actor", 0)+"\n", "- "+c.record("source", 0)+"\n", "  type: words\n",
		"- "+c.record("event", 0)+"\n")
}

// Crowds returns functions that make records of n of something, for tests which hold that what costs c for n costs no
// more than about 4c for 4n. Some have all fields of the format: in n/4 records or one, with values that differ or not,
// of n/4 items or words. In others n of one thing meet n of another.
func Crowds() map[string]func(n int) string {
	all := pairs()
	maps.Copy(all, map[string]func(n int) string{
		"records of values that differ": func(n int) string { return crowd{numbered, 1}.whole(n / 4) },
		"records of one value":          func(n int) string { return crowd{equal, 2}.whole(n / 4) },
		"lists of values that differ":   func(n int) string { return crowd{numbered, n / 4}.one() },
		"lists of one value":            func(n int) string { return crowd{equal, n / 4}.one() },
		"long texts": func(n int) string {
			words := lines(n/4, "word%d ")
			return crowd{func(key string, i int) string {
				if key == "date" || key == "url" || key == "value" {
					return numbered(key, i)
				}
				return words
			}, 1}.one()
		},
		"long words": func(n int) string {
			word := strings.Repeat("abcdefgh", n/4)
			return crowd{func(string, int) string { return word }, 1}.one()
		},
		"one anchor of each value": func(n int) string {
			seen := map[string]bool{}
			return crowd{func(key string, _ int) string {
				if !seen[key] {
					seen[key] = true
					return "&" + key + " " + numbered(key, 0)
				}
				return "*" + key
			}, 1}.whole(n / 4)
		},
		"one anchor of each record": func(n int) string {
			c := crowd{numbered, 1}
			of := func(kind string) string {
				return "- &" + kind + " " + c.record(kind, 0) + "\n" + strings.Repeat("- *"+kind+"\n", n/4)
			}
			return head(of("actor"), of("source"), "  type: words\n", of("event"))
		},
		"merges": func(n int) string {
			return "- &m " + crowd{numbered, 1}.record("event", 0) + "\n" + lines(n/4, "- {<<: *m, title: t%d}\n")
		},
		"unknown keys": func(n int) string {
			own := lines(n/4, "own%d: x, ")
			return crowd{func(key string, i int) string {
				if key == ownKey {
					return "{" + own + "}, " + own
				}
				return numbered(key, i)
			}, 1}.one()
		},
		"keys that are nearly known": func(n int) string {
			nearly := lines(n/4, "titel%d: x, ")
			return crowd{func(key string, i int) string {
				if key == ownKey {
					return "x, " + nearly
				}
				return numbered(key, i)
			}, 1}.one()
		},
		"lists in lists": func(n int) string {
			var fields strings.Builder
			for _, key := range slices.Sorted(maps.Keys(listed)) {
				fields.WriteString(key + ": [" + strings.Repeat("[a], ", n/2) + "], ")
			}
			return head("- {name: A, "+fields.String()+"}\n", "- {id: s, "+fields.String()+"}\n", "  type: words\n",
				"- {date: 2025, title: a, "+fields.String()+"}\n")
		},
		"maps in texts": func(n int) string {
			return crowd{func(key string, _ int) string { return "{" + key + ": {a: [b, {c: d}]}}" }, 1}.whole(n / 8)
		},
		"nothing in fields": func(n int) string {
			return crowd{func(string, int) string { return "~" }, 1}.whole(n / 4)
		},
		"documents":       func(n int) string { return lines(n, "---\ntitle: t%d\nown%[1]d: x\nevents:\n"+kept) },
		"directives":      func(n int) string { return lines(n, "%%TAG !a%d! tag:x,2000:\n") + "---\n" + kept },
		"comments":        func(n int) string { return kept + strings.Repeat("  # comment\n\n  tags: [a, # why\n  b]\n", n) },
		"anchors":         func(n int) string { return kept + "  zork: [" + lines(6*n, "&a%d x, *a%[1]d, ") + "]\n" },
		"keys of records": func(n int) string { return kept + "  zork:\n" + lines(n, "    ? key %d\n    : {a: b}\n") },
		"broken items":    func(n int) string { return kept + lines(n, "- title: t%d: b\n  date: 2025\n") },
	})
	return all
}
