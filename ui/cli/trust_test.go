package cli_test

import (
	"encoding/json"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/testrecord"
)

const hostileText = "\x1b]0;owned\a\x1b[2J\u009b31m\u202e\u200b\U000e0041"

// obeyed is what a terminal would obey, or a reader not see, in what a command wrote.
func (o outcome) obeyed() string {
	for _, r := range o.stdout + o.stderr {
		switch {
		case r == '\n':
		case r < ' ', 0x7f <= r && r <= 0x9f, 0x200b <= r && r <= 0x200f,
			0x202a <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f, r >= 0xe0000:
			return string(r)
		}
	}
	return ""
}

// What a record says is shown, never obeyed, in every format and in the report of its problems.
func TestEscapeSequencesAreShown(t *testing.T) {
	record := `- {date: "2025-01-01\e[2J", title: "\e]0;owned\a \x9b31m \u202e", "ke\ey": 1}` + "\n"
	c := command{files: map[string]string{"x.yaml": record}}
	for _, args := range [][]string{
		{"print"},
		{"print", "--format", "json"},
		{"print", "--format", "jsonl"},
		{"actors"},
		{"check"},
		{"check", "--all"},
		{"check", "--format", "json"},
		{"check", "--format", "github"},
		{"check", "--format", "sarif"},
	} {
		got := c.run(t, append(args, "x.yaml")...)
		if i := strings.IndexAny(got.stdout+got.stderr, "\x1b\a\u009b\u202e"); i >= 0 {
			t.Errorf("%v: a control character in\n%q\n%q", args, got.stdout, got.stderr)
		}
	}
	if got := c.run(t, "print", "x.yaml").stdout; !strings.Contains(got, "␛]0;owned") {
		t.Errorf("the escape sequence is not shown: %q", got)
	}
	var event struct{ Title string }
	if err := json.Unmarshal([]byte(c.run(t, "print", "--format", "jsonl", "x.yaml").stdout), &event); err != nil {
		t.Fatal(err)
	}
	if want := "\x1b]0;owned\a \u009b31m \u202e"; event.Title != want {
		t.Errorf("JSON says %q, want %q", event.Title, want)
	}
}

// What arguments and the environment say is shown, never obeyed.
func TestHostileArguments(t *testing.T) {
	c := command{
		files: map[string]string{"x.yaml": "- {date: 2025-01-01, title: One, actors: [Yermak]}\n"},
		env: []string{
			"EDITOR=" + hostileText, "VISUAL=" + hostileText, "TERM=" + hostileText, "COLORTERM=" + hostileText,
			"LC_ALL=" + hostileText,
		},
	}
	for _, args := range [][]string{
		{hostileText},
		{"--" + hostileText},
		{"-" + hostileText},
		{"--color", hostileText},
		{"--filter", hostileText},
		{"--filter", "(" + hostileText},
		{"--filter", "date:" + hostileText},
		{"--actor", hostileText},
		{"--since", hostileText},
		{"--until", hostileText},
		{"--at", hostileText},
		{"--ascii=" + hostileText},
		{"print", "--format", hostileText},
		{"check", hostileText},
		{"check", "--ignore", hostileText},
		{"check", "--" + hostileText},
		{"schema", hostileText},
		{"man", hostileText},
		{"__typed", hostileText},
		{"actors", "--actor", hostileText},
		{"completion", hostileText},
		{"help", hostileText},
		{"print", "nowhere/" + hostileText},
	} {
		if len(args) < 3 && strings.HasPrefix(args[0], "-") {
			args = append(args, "x.yaml")
		}
		got := c.run(t, args...)
		if r := got.obeyed(); r != "" {
			t.Errorf("%q: %q in\n%q\n%q", args, r, got.stdout, got.stderr)
		}
		if got.code == 0 && args[0] != "completion" && args[0] != "help" {
			t.Errorf("%q: exit code 0", args)
		}
	}
}

// What a record and the names of its files say is shown, never obeyed, by every command and in every format.
func TestHostileFiles(t *testing.T) {
	every := "\x1b]0;owned\a\x1b[2J\u009b31m\u202e\u200b\U000e0041\n\r\t\x7f\x1b_x\x1b\\\x1bPq\x1b\\\u2028"
	folder := "sub"
	if runtime.GOOS != "windows" {
		folder += hostileText + "\n"
	}
	c := command{folder: t.TempDir(), files: map[string]string{
		folder + "/x.yaml":      testrecord.EveryField(every),
		folder + "/broken.yaml": "- title: \"\x1b[31m\x00\x9b\n- {date: \"\\e[2J\"}\n",
	}}
	for _, args := range [][]string{
		{"print"},
		{"print", "--format", "json"},
		{"print", "--format", "json", "--head"},
		{"print", "--format", "markdown"},
		{"print", "--format", "jsonl"},
		{"actors"},
		{"actors", "--format", "json"},
		{"actors", "--format", "jsonl"},
		{"check"},
		{},
		{"print", "--filter", "nothing"},
		{"print", "--actor", "nobody"},
		{"print", "--at", "nowhere"},
		{"__complete", "--actor", ""},
		{"__complete", "--at", ""},
		{"__complete", "--filter", "type:"},
		{"__complete", "--filter", ""},
		{"__complete", "--map", "date="},
		{"__complete", "--view", ""},
	} {
		got := c.run(t, slices.Concat(args[:min(1, len(args))], []string{folder}, args[min(1, len(args)):])...)
		if len(args) > 0 && args[0] == "__complete" {
			got.stdout = strings.ReplaceAll(got.stdout, "\t", "") // between a word and what it means
		}
		if r := got.obeyed(); r != "" {
			t.Errorf("%q: %q in\n%q\n%q", args, r, got.stdout, got.stderr)
		}
		if got.stdout+got.stderr == "" {
			t.Errorf("%q: nothing is written", args)
		}
	}
}

// What cannot be written is an error, whichever command writes it.
func TestFullDiskOfEveryCommand(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no /dev/full here")
	}
	for _, args := range [][]string{
		{"print"},
		{"print", "bad.yaml"},
		{"print", "--format", "json", "bad.yaml"},
		{"check", "bad.yaml"},
		{"check", "--format", "sarif", "bad.yaml"},
		{"check", "--rules"},
		{"actors"},
		{"schema"},
		{"--help"},
		{"help", "print"},
		{"--version"},
		{"completion", "bash"},
		{"man"},
	} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		c := command{stdout: full, files: map[string]string{"bad.yaml": "- {date: 2025-13-01, title: One}\n"}}
		c.run(t, args...).want(t, 2, "no space left")
		full.Close()
	}
}
