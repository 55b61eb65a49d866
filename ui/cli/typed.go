package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/ui/shell"
)

// completing returns the command that writes the scripts for completion.
func (a *app) completing() *cobra.Command {
	shells := append(list(shell.Shells), powershell)
	return &cobra.Command{
		Use: "completion SHELL", Short: "write a completion script for bash, zsh, fish or powershell",
		Args: oneShell, ValidArgs: shells,
		Example: "  eval \"$(dateline completion bash)\"        # in ~/.bashrc\n" +
			"  eval \"$(dateline completion zsh)\"         # in ~/.zshrc, after compinit\n" +
			"  dateline completion fish | source         # in ~/.config/fish/config.fish\n" +
			"  dateline completion powershell | Out-String | Invoke-Expression",
		RunE: func(cmd *cobra.Command, args []string) error {
			name := args[0]
			if err := choice("completion", &name, shells); err != nil {
				return err
			}
			if name == powershell {
				return cmd.Root().GenPowerShellCompletionWithDesc(a.Stdout)
			}
			_, err := io.WriteString(a.Stdout, shell.Shell(name).Script())
			return err
		},
	}
}

// oneShell refuses anything but one word.
func oneShell(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return errors.New("completion: one shell is needed\nname it: bash, zsh, fish or powershell")
	}
	return nil
}

// powershell is the shell whose script is cobra's.
const powershell = "powershell"

// typing returns the command that the scripts call: with the name of the shell, what is typed, and of bash how it asks.
func (a *app) typing() *cobra.Command {
	return &cobra.Command{
		Use: "__typed", Hidden: true, DisableFlagParsing: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			args = append(args, "", "", "", "", "")
			of := shell.Shell(args[0])
			if !slices.Contains(shell.Shells, of) {
				return fmt.Errorf("no script for %q asks so", args[0])
			}
			line := of.Parse(args[1], args[2])
			asked := shell.Asked{Lists: args[3] == "63"} // the code of ?, by which bash lists
			asked.Columns, _ = strconv.Atoi(args[4])
			offer := a.offer(cmd, of, &line)
			return of.Write(a.Stdout, line, offer, asked)
		},
	}
}

// offer returns what may be typed at the end of a line. A value that follows its flag as another word, or without a
// blank, is asked for as after =, since cobra takes one that begins with - for a flag. After -- there are only paths.
func (a *app) offer(from *cobra.Command, to shell.Shell, line *shell.Line) shell.Offer {
	words, typed := line.Words[min(1, len(line.Words)):], line.Typed
	cmd, _, err := from.Root().Find(words)
	if err != nil {
		cmd = from.Root()
	}
	flag, ended := waiting(cmd, words)
	switch {
	case ended:
		return shell.Offer{Files: true}
	case flag != nil:
		words, typed = words[:len(words)-1], "--"+flag.Name+"="+typed
	case len(typed) > len("-a") && typed[len("-a")] != '=':
		if flag = taking(cmd, typed[:len("-a")]); flag != nil {
			line.Flagged = len("-a")
			typed = "--" + flag.Name + "=" + typed[line.Flagged:]
		}
	}
	var found strings.Builder
	p := a.Program
	p.Args = slices.Concat([]string{cobra.ShellCompRequestCmd}, words, []string{typed})
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), &found, io.Discard
	p.replaces = to != shell.Fish // which offers only what begins as typed
	p.Run(from.Context())
	o := shell.ReadOffer(found.String())
	o.Cut = len(o.Values) >= mostOffered
	return o
}

// waiting returns the flag whose value comes after the words, nil for none, and whether -- has ended the flags.
func waiting(cmd *cobra.Command, words []string) (flag *pflag.Flag, ended bool) {
	for _, word := range words {
		switch {
		case flag != nil:
			flag = nil // this is its value
		case word == "--":
			return nil, true
		default:
			flag = taking(cmd, word)
		}
	}
	return flag, false
}

// taking returns the flag that a word is if the next word is its value, else nil.
func taking(cmd *cobra.Command, word string) (flag *pflag.Flag) {
	if name, ok := strings.CutPrefix(word, "--"); ok {
		flag = cmd.Flag(name)
	} else if letter, ok := strings.CutPrefix(word, "-"); ok && len(letter) == 1 {
		flag = cmd.Flags().ShorthandLookup(letter)
	}
	if flag == nil || flag.NoOptDefVal != "" {
		return nil
	}
	return flag
}
