package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dateline/ui/shell"
)

// completing returns the command that writes the scripts for completion.
func (a *app) completing() *cobra.Command {
	shells := append(list(shell.Shells), powershell)
	return &cobra.Command{
		Use: "completion SHELL", Short: "write a completion script for bash, zsh, fish or powershell",
		Args: cobra.ExactArgs(1), ValidArgs: shells,
		Example: "  source <(dateline completion bash)        # in ~/.bashrc\n" +
			"  source <(dateline completion zsh)         # in ~/.zshrc, after compinit\n" +
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
			return of.Write(a.Stdout, line, a.offer(cmd.Context(), of, line), asked)
		},
	}
}

// offer returns what may be typed at the end of a line.
func (a *app) offer(ctx context.Context, to shell.Shell, line shell.Line) shell.Offer {
	var found strings.Builder
	p := a.Program
	p.Args = append([]string{cobra.ShellCompRequestCmd}, line.Words[min(1, len(line.Words)):]...)
	p.Args = append(p.Args, line.Typed)
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), &found, io.Discard
	p.replaces = to != shell.Fish // which offers only what begins as typed
	p.Run(ctx)
	o := shell.ReadOffer(found.String())
	o.Cut = len(o.Values) >= mostOffered
	return o
}
