package stub

import (
	"bufio"
	"bytes"
	"regexp"
	"strings"

	"dateline/timeline/export/cell"
)

var (
	tableHead = regexp.MustCompile(`^\s*\[\[\s*(\S(?:.*\S)?)\s*\]\]\s*(?:#.*)?$`)
	tomlKey   = regexp.MustCompile(`^\s*([A-Za-z0-9_-]+|"[^"\\]+"|'[^']+')\s*=`)
	bareKey   = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)
	wholeDay  = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
)

// toml finds the form of the events of a file in TOML: tables of an array, to which one can be added at the end. A file
// that has none gets the first one.
func (f *Form) toml(starts []start) {
	lines := f.lines()
	head := "events"
	if len(starts) > 0 {
		head = ""
		last := starts[len(starts)-1].line
		for n := min(last, len(lines.text)); n > 0 && head == ""; n-- {
			if found := tableHead.FindStringSubmatch(strings.TrimRight(lines.text[n-1], "\r\n")); found != nil {
				head = found[1]
			}
		}
		if head == "" {
			*f = *f.Own()
			return
		}
	}
	f.around[0] = "[[" + head + "]]\n"
	f.apart = strings.TrimSpace(f.text) != ""
	f.setKeys(tomlKeys(lines.text, head), false)
}

// tomlKeys returns the keys of the tables of an array, by its name.
func tomlKeys(lines []string, head string) (events [][]string) {
	within := false
	for _, line := range lines {
		line = strings.TrimRight(line, "\r\n")
		if found := tableHead.FindStringSubmatch(line); found != nil {
			if within = found[1] == head; within {
				events = append(events, nil)
			}
			continue
		}
		if strings.HasPrefix(strings.TrimSpace(line), "[") { // a table within this one
			within = false
		}
		if found := tomlKey.FindStringSubmatch(line); found != nil && within {
			events[len(events)-1] = append(events[len(events)-1], strings.Trim(found[1], `"'`))
		}
	}
	return events[max(0, len(events)-most):]
}

// tomlTable returns an event as the keys of a table, each in a line.
func (f *Form) tomlTable(v Values) string {
	var text strings.Builder
	for _, key := range f.keys {
		name := key
		if !bareKey.MatchString(key) {
			name = tomlText(key)
		}
		text.WriteString(name + " = " + f.tomlValue(v, key) + "\n")
	}
	return text.String()
}

// tomlValue returns what an event says under a key.
func (f *Form) tomlValue(v Values, key string) string {
	switch f.role[key] {
	case id:
		return tomlText(v.ID)
	case date:
		if wholeDay.MatchString(v.Date) {
			return v.Date
		}
		return tomlText(v.Date)
	case title:
		return tomlText(v.Title)
	case kind:
		return tomlText(v.Type)
	case actors:
		return tomlList(v.Actors)
	case sources:
		return tomlList(v.Sources)
	}
	if strings.Contains(emptyLists, " "+key+" ") {
		return "[]"
	}
	return `""`
}

func tomlList(texts []string) string {
	all := make([]string, len(texts))
	for n, text := range texts {
		all[n] = tomlText(text)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// tomlText returns a text in quotes, in which TOML and JSON escape alike.
func tomlText(text string) string {
	var quoted bytes.Buffer
	out := bufio.NewWriter(&quoted)
	_ = cell.JSON(out)(text) // a text can always be encoded
	out.Flush()
	return strings.TrimSpace(quoted.String())
}
