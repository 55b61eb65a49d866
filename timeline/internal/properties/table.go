package properties

import (
	"slices"
	"strings"
)

// This file reads a table of two columns that has a key and its value in each row.

// cells returns the cells of a line of a table.
func cells(line string) (all []string) {
	line = strings.TrimPrefix(strings.TrimSpace(line), "|")
	if strings.HasSuffix(line, "|") && !strings.HasSuffix(line, `\|`) {
		line = line[:len(line)-1]
	}
	for cell := range strings.SplitSeq(strings.ReplaceAll(line, `\|`, "\x00"), "|") {
		all = append(all, strings.TrimSpace(strings.ReplaceAll(cell, "\x00", `\|`)))
	}
	return all
}

// row takes a row apart that is a key and a value, which may be empty. The key may be in bold type.
func row(line string) (key, value string, ok bool) {
	both := cells(line)
	if len(both) != 2 || !strings.HasPrefix(strings.TrimSpace(line), "|") {
		return "", "", false
	}
	key = strings.TrimSpace(strings.Trim(both[0], "*_:"))
	if _, _, ok = property(key + ": x"); !ok {
		return "", "", false
	}
	return key, both[1], true
}

// isRule reports whether a line is the one below the head of a table.
func isRule(line string) bool {
	return strings.Contains(line, "-") && strings.Trim(line, "|-: \t") == ""
}

// isNaming reports whether the head of a table says no more than that there are keys and values below.
func isNaming(line string) bool {
	both := cells(line)
	for i, cell := range both {
		both[i] = strings.ToLower(strings.Trim(cell, "*_"))
	}
	keys := []string{"", "key", "field", "property", "attribute", "name", "item", "metadata", "feld", "eigenschaft"}
	values := []string{"", "value", "values", "content", "detail", "details", "wert", "data"}
	return len(both) == 2 && slices.Contains(keys, both[0]) && slices.Contains(values, both[1])
}
