package chronicle

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// This file reads tables.

// table reads a table. Where no column has dates its lines are kept.
func (r *reader) table() {
	begin := r.at
	head := cells(r.lines[r.at])
	var rows [][]string
	for r.at += 2; r.at < len(r.lines) && strings.Contains(r.lines[r.at], "|"); r.at++ {
		rows = append(rows, cells(r.lines[r.at]))
	}
	r.inYears(begin+2, head, rows)
	column := r.dateColumn(head, rows)
	if column == 1 && len(head) == 2 && !r.isDateKey(head[1]) && r.isOfKeys(head, rows) {
		column = -1
	}
	if column < 0 {
		for _, line := range r.lines[begin:r.at] {
			r.keep(strings.TrimRight(line, " \t\r"))
		}
		return
	}
	keyed := r.isDateKey(head[column])
	listed := column == 0 && r.isOfEvents(keyed, rows)
	name := head[column]
	if !keyed {
		head[column] = "date"
	}
	for i, row := range rows {
		event := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: r.above + begin + 3 + i, Column: 1}
		for k, cell := range row {
			switch {
			case k == column:
				put(event, head[k], strings.Trim(cell, "*_ "))
				if at := len(event.Content) - 1; at > 0 && !keyed && event.Content[at-1].Value == "date" {
					event.Content[at].LineComment = name // which may say that its dates are years
				}
			case k < len(head) && head[k] != "":
				put(event, head[k], cell)
			default:
				put(event, "column "+string(rune('A'+k%26)), cell)
			}
		}
		if len(event.Content) > 0 {
			r.tag(event)
			r.events = append(r.events, event)
			if listed && r.isDated(trimmed(row[0])) {
				r.rows = append(r.rows, event)
			}
		}
	}
}

// inYears gives days without a year in the column of dates the years that are known of their lines, and notes others.
func (r *reader) inYears(first int, head []string, rows [][]string) {
	column := slices.IndexFunc(head, r.isDateKey)
	for i, row := range rows {
		if column < 0 || column >= len(row) || r.isDate(trimmed(row[column])) {
			continue
		}
		if year := r.years[r.above+first+i+1]; year != 0 {
			day := trimmed(row[column])
			if m := dotted().FindStringSubmatch(row[column]); m != nil {
				day = m[2]
			}
			row[column] = InYear(day, strconv.Itoa(year))
		} else if slices.ContainsFunc(slices.Delete(slices.Clone(row), column, column+1), hasWord) {
			r.lacksYear(sibling{line: first + i, of: group{list: r.list}}, row[column])
		}
	}
}

// isOfKeys reports whether the rows of a table are properties of one thing, since the first cell of one is the key of a
// date. What began or ended may be an event of its own.
func (r *reader) isOfKeys(head []string, rows [][]string) bool {
	for _, row := range append([][]string{head}, rows...) {
		key := trimmed(row[0])
		if len(row) == 2 && r.isDateKey(key) && strings.Contains(strings.ToLower(key), "dat") && r.isDated(trimmed(row[1])) {
			return true
		}
	}
	return false
}

// dateColumn returns the column of a table that has the dates of its rows, and −1 where there is none.
func (r *reader) dateColumn(head []string, rows [][]string) int {
	best, at := 0, -1
	for k := range head {
		dates, filled := 0, 0
		for _, row := range rows {
			if k < len(row) && row[k] != "" {
				filled++
				if r.isDated(trimmed(row[k])) {
					dates++
				}
			}
		}
		worth := 1
		if r.isDateKey(head[k]) {
			worth = 2
		}
		if dates > 0 && 3*dates >= 2*filled && worth > best && (worth > 1 || 2*filled > len(rows)) {
			best, at = worth, k
		}
	}
	return at
}

// cells returns the cells of a line of a table, as they are written.
func cells(line string) (all []string) {
	line = strings.TrimSpace(line)
	line = strings.TrimPrefix(line, "|")
	if strings.HasSuffix(line, "|") && !strings.HasSuffix(line, `\|`) {
		line = line[:len(line)-1]
	}
	from := 0
	for i := 0; i <= len(line); i++ {
		if i == len(line) || line[i] == '|' && (i == 0 || line[i-1] != '\\') {
			all = append(all, strings.ReplaceAll(strings.TrimSpace(line[from:i]), `\|`, "|"))
			from = i + 1
		}
	}
	return all
}
