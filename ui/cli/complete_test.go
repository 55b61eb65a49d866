package cli_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// people is a record for completion: names in two scripts, own keys, views, sources.
const people = `views: {Calls of 2025: "type:call date:2025", Strikes: "type:strike"}
actors:
  - {id: rubio, name: Marco Rubio, aliases: [Марко Рубіо]}
  - {id: zelensky, name: Volodymyr Zelensky, aliases: [Зеленський]}
sources: [{id: example, title: A call, publisher: The Example, url: "https://example.org"}]
events:
  - {id: 2025-09-08-call, date: 2025-09-08, title: A long call, type: call, actors: [rubio, zelensky], sources: [example]}
  - {id: 2025-09-20-visit, date: 2025-09-20, title: Rubio visits, type: visit, actors: [rubio], location: New York, weight: 3}
  - {id: 2026-01-05-call, date: 2026-01-05, title: Another call, type: call, actors: [zelensky, "O'Hara"]}
`

// besidePeople returns a command that runs in the folder of people.yaml.
func besidePeople() command {
	return command{files: map[string]string{"people.yaml": people, "my notes/x.yaml": small}}
}

// complete returns the words that __complete offers, without what they mean, and the lines whole.
func (c command) complete(t *testing.T, args ...string) (words []string, lines string) {
	t.Helper()
	got := c.run(t, append([]string{"__complete"}, args...)...)
	if got.code != 0 {
		t.Errorf("%q: exit code %d", args, got.code)
	}
	all := strings.Split(strings.TrimSpace(got.stdout), "\n")
	for _, line := range all[:len(all)-1] {
		word, _, _ := strings.Cut(line, "\t")
		words = append(words, word)
	}
	return words, got.stdout
}

// What may be the value of a flag is offered, with what it means, by what the other flags select.
func TestCompletion(t *testing.T) {
	c := besidePeople()
	for _, test := range []struct {
		args []string
		want string // lines, in this order
	}{
		{[]string{"pr"}, "print\t"},
		{[]string{"print", "--he"}, "--head\t"},
		{[]string{"people.yaml", "--view", ""}, "Calls of 2025\ttype:call date:2025\nStrikes\ttype:strike\n"},
		{[]string{"people.yaml", "--actor", ""}, "rubio\tMarco Rubio, 2 events\nzelensky\tVolodymyr Zelensky, 2 events\n"},
		{[]string{"people.yaml", "--actor", "RUB"}, "rubio\tMarco Rubio, 2 events\n:"},
		{[]string{"people.yaml", "--actor=mar"}, "Marco Rubio\tMarco Rubio, 2 events\n:"},
		{[]string{"people.yaml", "--actor", "марк"}, "Марко Рубіо\tMarco Rubio, 2 events\n:"},
		{[]string{"people.yaml", "--since", "2026", "--actor", ""}, "zelensky\tVolodymyr Zelensky, 1 event\n"},
		{[]string{"people.yaml", "--since", ""}, "2025\t3 events\n2026\t1 event\n"},
		{[]string{"people.yaml", "--until", "2025"}, "2025-09\t2 events\n"},
		{[]string{"people.yaml", "--since", "2025-09"}, "2025-09-08\t1 event\n2025-09-20\t1 event\n:"},
		{[]string{"people.yaml", "--since", "last m"}, "last month\t"},
		{[]string{"people.yaml", "--at", "2025"}, "2025-09-08-call\tA long call\n2025-09-20-visit\tRubio visits\n:"},
		{[]string{"people.yaml", "-f", "type:visit", "--at", ""}, "2025-09-20-visit\tRubio visits\n:"},
		{[]string{"people.yaml", "--filter", "type:call act"}, "type:call actor:rubio\tMarco Rubio, 1 event\n"},
		{[]string{"people.yaml", "--filter", "type:call -actor:r"}, "type:call -actor:rubio\tMarco Rubio, 1 event\n:"},
		{[]string{"people.yaml", "--filter", "location:"}, "location:\"New York\"\t1 event\n:"},
		{[]string{"people.yaml", "--filter", "weight>="}, "weight>=3\t1 event\n"},
		{[]string{"print", "--format", ""}, "text\nmarkdown\n"},
		{[]string{"check", "--format", ""}, "text\njson\ngithub\nsarif\n"},
		{[]string{"check", "--ignore", "unknown-key,no-ti"}, "unknown-key,no-title\tAn event has no title.\n"},
		{[]string{"compare", "people.yaml", "--with", "so"}, "source:\ta source"},
		{[]string{"compare", "people.yaml", "--of", "source:"}, "source:"},
		{[]string{"people.yaml", "--map", "ti"}, "title=\n:"},
		{[]string{"people.yaml", "--map", "date=x,title=w"}, "date=x,title=weight\tin 1 event\n"},
		{[]string{"people.yaml", "--theme", "con"}, "contrast\n"},
		{[]string{"people.yaml", "--color", ""}, "auto\nalways\nnever\n"},
		{[]string{"completion", ""}, "bash\nzsh\nfish\npowershell\n"},
	} {
		_, got := c.complete(t, test.args...)
		want, all := got, false
		if rest, ok := strings.CutSuffix(test.want, ":"); ok {
			all, test.want = true, rest
		}
		if !strings.Contains(got, test.want) || all && !strings.HasPrefix(got, test.want+":") {
			t.Errorf("%q is not what is offered after %q:\n%s", test.want, test.args, want)
		}
	}
}

// Every flag that takes a value offers values, of every command that has it, and no files.
func TestEveryFlagIsCompleted(t *testing.T) {
	c := besidePeople()
	takes := regexp.MustCompile(`(?m)^ +(?:-\w, |    )--([a-z-]+) ([a-z]+)  `)
	commands, _ := c.complete(t, "")
	for _, name := range append(commands, "") {
		if name == "help" {
			continue
		}
		called := strings.Fields(name)
		for _, flag := range takes.FindAllStringSubmatch(c.run(t, append(called, "--help")...).stdout, -1) {
			words, lines := c.complete(t, slices.Concat(called, []string{"people.yaml", "--" + flag[1], ""})...)
			files := strings.HasSuffix(strings.TrimSpace(lines), ":0")
			if flag[2] != "file" && (len(words) == 0 && flag[1] != "title" || files) || flag[2] == "file" && !files {
				t.Errorf("dateline %s --%s %s offers %q", name, flag[1], flag[2], lines)
			}
		}
	}
}

// Where a path is meant, files are offered, and after a first word that is none of a command too.
func TestPathsAreCompletedAsFiles(t *testing.T) {
	for _, args := range [][]string{{"peo"}, {""}, {"print", ""}, {"people.yaml", ""}, {"forget", ""}, {"check", "x"}, {"serve", ""}} {
		if _, got := besidePeople().complete(t, args...); !strings.HasSuffix(got, ":0\n") {
			t.Errorf("%q: %s", args, got)
		}
	}
	for _, args := range [][]string{{"schema", ""}, {"man", ""}, {"completion", ""}} {
		if _, got := besidePeople().complete(t, args...); !strings.HasSuffix(got, ":4\n") {
			t.Errorf("%q: %s", args, got)
		}
	}
}

// Of very many events a hundred lines at most are offered, which all lead on, so that what a shell writes because it is
// common to all of them is so of all events.
func TestManyIdsAreOfferedByTheirBeginnings(t *testing.T) {
	var b strings.Builder
	for n := range 3000 {
		fmt.Fprintf(&b, "- {id: %d-%02d-event-%04d, date: %d-%02d, title: x}\n", 2000+n/1000, n%12+1, n, 2000+n/1000, n%12+1)
	}
	c := command{files: map[string]string{"many.yaml": b.String()}}
	for _, test := range []struct{ typed, want string }{
		{"", "2000- 2001- 2002-"},
		{"2001-", "2001-01- 2001-02- 2001-03- 2001-04- 2001-05- 2001-06- 2001-07- 2001-08- 2001-09- 2001-10- 2001-11- 2001-12-"},
	} {
		if words, _ := c.complete(t, "many.yaml", "--at", test.typed); strings.Join(words, " ") != test.want {
			t.Errorf("after %q: %q", test.typed, words)
		}
	}
	if words, _ := c.complete(t, "many.yaml", "--at", "2001-03-"); len(words) != 83 || words[0] != "2001-03-event-1010" {
		t.Errorf("%d: %q", len(words), words[:1])
	}
}

// unread fails the test that reads it.
type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	u.t.Error("standard input is read, which is the keyboard of who completes")
	return 0, nil
}

// What cannot be read without taking it from somebody, or at all, offers nothing; a home is found.
func TestCompletionOfWhatIsNotThere(t *testing.T) {
	c := besidePeople()
	c.stdin = unread{t}
	for _, path := range []string{"-", "nowhere.yaml", "my notes/none"} {
		if words, _ := c.complete(t, path, "--actor", ""); len(words) > 0 {
			t.Errorf("%s: %q", path, words)
		}
	}
	c.folder = t.TempDir()
	c.env = []string{"HOME=" + c.folder, "notes=my notes"}
	for _, path := range []string{"~/people.yaml", "$HOME/people.yaml", "${HOME}/$notes"} {
		if words, _ := c.complete(t, path, "--actor", "rub"); len(words) != 1 {
			t.Errorf("%s: %q", path, words)
		}
	}
}

// What bash, zsh and fish hand on is the line as it stands, and what they are told fits into it.
func TestWhatShellsAreTold(t *testing.T) {
	c := besidePeople()
	for _, test := range []struct{ shell, line, kind, want string }{
		{"bash", "dateline people.yaml --actor RUB", "9", "rubio\n"},
		{"bash", "dateline people.yaml --actor руб", "9", "rubio\n"}, // no spelling begins so
		{"bash", "dateline 'my notes'/x.yaml --actor=er", "9", "yermak\n"},
		{"bash", "dateline my\\ notes/x.yaml --filter 'type:call actor:er", "9", "type:call actor:yermak\n"},
		{"bash", "dateline people.yaml --filter 'type:call act", "9", "type:call actor:zelensky\ntype:call actor:rubio\ntype:call actor:ohara\n"},
		{"bash", "dateline people.yaml --filter location:n", "9", "\\\"New\\ York\\\"\n"},
		{"bash", "dateline people.yaml --filter \"location:n", "9", "location:\\\"New York\\\"\"\n"},
		{"bash", "dateline print --format ht", "9", "html\n"},
		{"zsh", "dateline --theme c", "", "contrast\n"},
		{"zsh", "dateline print --head=", "", "--head=true\n--head=false\n"},
		{"bash", "dateline people.yaml --filter '-actor:ru", "9", "-actor:rubio\n"},
		{"bash", "dateline people.yaml -arub", "9", "-arubio\n"},
		{"bash", "dateline people.yaml --filter 'type:call)", "9", ""},
		{"zsh", "dateline -- pri", "", ""}, // a path
		{"zsh", "dateline new people.yaml --date 2025-09", "", "2025-09-08\t1 event\n2025-09-20\t1 event\n"},
		{"bash", "dateline people.yaml --filter actor:o", "9", "ohara\n"},
		{"bash", "dateline people.yaml --at 2025-09-", "63", "2025-09-08-call   (A long call)\n2025-09-20-visit  (Rubio visits)\n"},
		{"bash", "dateline $(rm) --actor ", "9", ""},
		{"zsh", "dateline people.yaml --actor руб", "", "rubio\tMarco Rubio, 2 events\n"},
		{"zsh", "dateline people.yaml --actor=ru", "", "--actor=rubio\tMarco Rubio, 2 events\n"},
		{"fish", "dateline people.yaml --actor МАР", "", "Марко Рубіо\tMarco Rubio, 2 events\n"},
		{"fish", "dateline people.yaml --view 'c", "", "Calls of 2025\ttype:call date:2025\n"},
	} {
		got := c.run(t, "__typed", test.shell, test.line, " \t\n\"'><=;|&(:", test.kind, "80")
		got.want(t, 0)
		if _, values, _ := strings.Cut(got.stdout, "\n"); values != test.want {
			t.Errorf("%s, %s: %q, want %q", test.shell, test.line, values, test.want)
		}
	}
}

// The scripts are written, and one that does not exist is refused.
func TestScriptsForShells(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if got := (command{}).run(t, "completion", shell); got.code != 0 || !strings.Contains(got.stdout, "dateline") {
			t.Errorf("%s: exit code %d, %d bytes", shell, got.code, len(got.stdout))
		}
	}
	command{}.run(t, "completion", "csh").want(t, 2, `there is no "csh"; choose from bash, zsh, fish, powershell`)
	command{}.run(t, "completion").want(t, 2, "name it: bash, zsh, fish or powershell")
}

// What has a character that nobody types is not offered, since what stands for it would find nothing.
func TestOnlyWhatIsFoundIsOffered(t *testing.T) {
	c := command{files: map[string]string{"odd.yaml": `- {id: "a\e[31m", date: 2025, title: x}
- {id: "a\u202e", date: 2025, title: x}
- {id: "a b", date: 2025, title: x}`}}
	if words, _ := c.complete(t, "odd.yaml", "--at", "a"); !slices.Equal(words, []string{"a b"}) {
		t.Errorf("%q", words)
	}
}
