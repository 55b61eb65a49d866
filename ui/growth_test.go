package ui_test

import (
	"bytes"
	bits "encoding/binary"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/timeline/testrecord"
)

// Loops within loops show only in large records, and time says little on a machine that others use. So the program is
// built to count how often each of its statements is executed, and those of yaml.v3, and run on records of n and of 4n
// of something.

// counting is the program that counts, built once.
var counting = sync.OnceValues(func() (program string, err error) {
	if program, err = built(); err != nil { // which has made the folder
		return "", err
	}
	program = filepath.Join(filepath.Dir(program), "counting"+filepath.Ext(program))
	build := exec.Command("go", "build", "-cover", "-covermode=count", "-coverpkg=dateline/...,gopkg.in/yaml.v3",
		"-o", program, "..")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return program, nil
})

// A stretch is a number of statements that are executed one after the other: their function, and their place in it.
type stretch struct {
	function [2]uint64
	place    int
}

// steps returns how often each stretch was executed in the process that wrote its counts to a folder. It reads what
// internal/coverage of the standard library writes, since the tool that does takes longer than the process.
func steps(folder string) (map[stretch]uint64, error) {
	names, err := filepath.Glob(filepath.Join(folder, "covcounters.*"))
	if err != nil || len(names) != 1 {
		return nil, fmt.Errorf("%d files of counts, %w", len(names), err)
	}
	data, err := os.ReadFile(names[0])
	if err != nil {
		return nil, err
	}
	const header, segment, compact = 32, 16, 2 // lengths of headers, and the way in which counts are written
	if len(data) < header+segment || !bytes.HasPrefix(data, []byte("\x00cwm\x01\x00\x00\x00")) || data[24] != compact {
		return nil, errors.New("the counts are in another format; see internal/coverage")
	}
	functions := bits.LittleEndian.Uint64(data[header:])
	texts := bits.LittleEndian.Uint32(data[header+8:]) + bits.LittleEndian.Uint32(data[header+12:])
	at := (header + segment + int(texts) + 3) / 4 * 4
	next := func() uint64 {
		n, length := bits.Uvarint(data[at:])
		at += length
		return n
	}
	counts := map[stretch]uint64{}
	for range functions {
		places := int(next())
		function := [2]uint64{next(), next()}
		for place := range places {
			counts[stretch{function, place}] = next()
		}
	}
	return counts, nil
}

// counted runs a command on a record.
func counted(t *testing.T, program, text string, args ...string) run {
	t.Helper()
	return countedOf(t, program, map[string]string{"x.yaml": text}, append(slices.Clone(args), "x.yaml")...)
}

// countedOf runs a command in a folder with files.
func countedOf(t *testing.T, program string, files map[string]string, args ...string) run {
	t.Helper()
	folder := t.TempDir()
	cmd := exec.Command(program, args...)
	cmd.Dir, cmd.Env = folder, environment(t, "GOCOVERDIR="+folder, "GOMAXPROCS=2")
	write(t, folder, files)
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code < 0 || code > 2 {
		t.Fatalf("%v: %v: %.500s", args, err, out)
	}
	counts, err := steps(folder)
	if err != nil {
		t.Fatal(err)
	}
	return run{counts, folder}
}

// What four times as much of anything may cost: so many times as much, and so many steps that nothing was of before.
// The first of those are for each byte, since some of the program begins only with records of some size. The others
// are for what the program bounds by itself, such as the thousand memberships that it looks at for each event.
const (
	most     = 5
	perByte  = 2
	anything = 600_000
)

// A run is what a process did: how often each stretch was executed, and the folder that says so.
type run struct {
	steps  map[stretch]uint64
	folder string
}

// grows fails the test for what is executed too much more often for 4n, of size bytes, than for n.
func grows(t *testing.T, few, many run, size int) {
	t.Helper()
	small, large, odd := uint64(0), uint64(0), 0
	for s, n := range many.steps {
		small, large = small+few.steps[s], large+n
		if n > most*few.steps[s]+perByte*uint64(size)+anything {
			odd++
		}
	}
	if large > most*small+perByte*uint64(size) || odd > 0 {
		t.Errorf("%d steps grow to %d, and too much in %d stretches. The most are\n%s", small, large, odd, where(few, many))
	}
}

// where returns the stretches that are executed most often beyond most times as often, with their places in the source.
func where(few, many run) string {
	lines := map[string]int{}
	for _, r := range []run{few, many} {
		out := filepath.Join(r.folder, "counts.txt")
		if err := exec.Command("go", "tool", "covdata", "textfmt", "-i="+r.folder, "-o="+out).Run(); err != nil {
			return err.Error()
		}
		text, err := os.ReadFile(out)
		if err != nil {
			return err.Error()
		}
		for line := range strings.Lines(string(text)) {
			var place string
			var statements, n int
			if _, err := fmt.Sscan(line, &place, &statements, &n); err == nil && r.folder == few.folder {
				lines[place] = -most * n
			} else if err == nil {
				lines[place] += n
			}
		}
	}
	places := slices.SortedFunc(maps.Keys(lines), func(a, b string) int { return lines[b] - lines[a] })
	var out strings.Builder
	for _, place := range places[:min(12, len(places))] {
		fmt.Fprintf(&out, "%s: %d more\n", place, lines[place])
	}
	return out.String()
}

// commands are those that go through a record. The last name what half of the actors are called.
var commands = [][]string{
	{"check"},
	{"print"},
	{"actors"},
	{"print", "--format", "json"},
	{"print", "--format", "csv", "--filter", "actor:name"},
	{"print", "--format", "markdown", "--filter", "name OR t1"},
	{"print", "-a", "Same"},
	{"diff", "x.yaml"},
	{"sources"},
	{"quality"},
	{"print", "--without", "notes,claims", "--format", "yaml"},
}

// Four times as much of anything takes five times as many steps at most. Each record is checked, and every third given
// to one more of the commands; with LONG=1 each to all of them, and more of it.
func TestStepsGrowWithTheRecord(t *testing.T) {
	program, err := counting()
	if err != nil {
		t.Fatal(err)
	}
	few, long := 400, os.Getenv("LONG") != ""
	if long {
		few = 1000
	}
	crowds := testrecord.Crowds()
	for turn, name := range slices.Sorted(maps.Keys(crowds)) {
		small, large := crowds[name](few), crowds[name](4*few)
		for n, args := range commands {
			if another := turn%3 == 0 && n == 1+turn/3%(len(commands)-1); n > 0 && !another && !long {
				continue
			}
			t.Run(name+"/"+strings.Join(args, " "), func(t *testing.T) {
				t.Parallel()
				grows(t, counted(t, program, small, args...), counted(t, program, large, args...), len(large))
			})
		}
	}
}

// versions are records of n of something, as they were and as they are, in which much may be taken for something else.
var versions = map[string]func(n int) (old, now string){
	"one title": func(n int) (old, now string) {
		return each(n, "- {date: %d-01-01, title: T}\n", 1000), each(n, "- {date: %d-06-01, title: T}\n", 1000)
	},
	"one day": func(n int) (old, now string) {
		return each(n, "- {date: 2025, title: T%d}\n", 0), each(n, "- {date: 2025, title: U%d}\n", 0)
	},
	"one title and day": func(n int) (old, now string) {
		return each(n, "- {date: 2025, title: T, location: L%d}\n", 0), each(n, "- {date: 2025, title: T, location: L%d}\n", n/2)
	},
	"other ids": func(n int) (old, now string) {
		return each(n, "- {id: a%d, date: 2025, title: T}\n", 0), each(n, "- {id: b%d, date: 2025, title: T}\n", 0)
	},
	"lists of one event": func(n int) (old, now string) {
		event := func(text string, from int) string {
			return "- {date: 2025, title: T, tags: [" + each(n, "t%d, ", from) + "], claims: [" +
				each(n, "{by: A, text: "+text+"%d}, ", 0) + "]}\n"
		}
		return event("x", 0), event("y", n/2)
	},
	"sources of one address": func(n int) (old, now string) {
		const source = "- {date: 2025, title: T%d, sources: [{url: 'https://example.org/', title: S%[1]d}]}\n"
		return each(n, source, 0), each(n, source, n/2)
	},
	"spellings": func(n int) (old, now string) {
		events := each(n, "  - {date: 2025, title: T, actors: [A%d, B]}\n", 0)
		return "actors: [{name: B}]\nevents:\n" + events,
			"actors: [{name: B, aliases: [" + each(n, "A%d, ", 0) + "]}]\nevents:\n" + events
	},
}

// each returns n texts, each with its number, counted from the first one's.
func each(n int, format string, first int) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, format, first+i)
	}
	return all.String()
}

// What is compared with what it was takes as many steps more as there is more of it.
func TestStepsOfComparingGrowWithTheRecords(t *testing.T) {
	program, err := counting()
	if err != nil {
		t.Fatal(err)
	}
	const few = 1000
	for name, version := range versions {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			size := 0
			compared := func(n int) run {
				old, now := version(n)
				size = len(old) + len(now)
				return countedOf(t, program, map[string]string{"old.yaml": old, "now.yaml": now}, "diff", "old.yaml", "now.yaml")
			}
			small := compared(few)
			grows(t, small, compared(4*few), size)
		})
	}
}

// BenchmarkGrowth checks records of n and of 4n of something, and reports how many times as much processor time the
// larger takes (4n/n).
func BenchmarkGrowth(b *testing.B) {
	program, err := built()
	if err != nil {
		b.Fatal(err)
	}
	spent := func(text string) (total time.Duration) {
		cmd := exec.Command(program, "check", "-")
		cmd.Stdin = strings.NewReader(text)
		_ = cmd.Run() // code 1: it has problems
		return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	crowds := testrecord.Crowds()
	for _, name := range slices.Sorted(maps.Keys(crowds)) {
		b.Run(name, func(b *testing.B) {
			const few = 4000
			small, large := crowds[name](few), crowds[name](4*few)
			var of, ofMore time.Duration
			for b.Loop() {
				of, ofMore = of+spent(small), ofMore+spent(large)
			}
			b.ReportMetric(ofMore.Seconds()/of.Seconds(), "4n/n")
		})
	}
}
