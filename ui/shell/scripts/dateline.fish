# Completion of dateline for fish, from 3.0 on.

# dateline is asked once for a line, though each of the two below wants to know: what the one is told is kept for the other.
function __dateline_ask
    set -l typed (commandline -cp | string collect)
    if set -q __dateline_typed; and test "$__dateline_typed" = "$typed"
        set -e __dateline_typed
        return
    end
    set -l words (commandline -opc)
    set -l program dateline
    command -q -- $words[1]; and set program $words[1]
    set -g __dateline_offers (command $program __typed fish "$typed" 2>/dev/null)
    set -g __dateline_typed $typed
end

function __dateline_values
    __dateline_ask
    printf '%s\n' $__dateline_offers[2..-1]
end

function __dateline_files
    __dateline_ask
    string match -q '*files*' -- $__dateline_offers[1]
end

complete -c dateline -f -k -a '(__dateline_values)'
complete -c dateline -n __dateline_files -F
