using Pipelines.Parameters;

namespace Pipelines.Completion;

/// <summary>What a shell runs once, so that it asks the build while somebody types.</summary>
internal static class CompletionScript
{
    private const string Bash = """
        # Completion of ./build.sh for bash. To have it in every session: source <(./build.sh --completion bash)
        _pipelines_build() {
          local IFS=$'\n'
          COMPREPLY=($("${COMP_WORDS[0]/#\~/$HOME}" --complete "$COMP_CWORD" "${COMP_WORDS[@]}" 2>/dev/null </dev/null))
        }
        complete -o bashdefault -o default -F _pipelines_build build.sh ./build.sh

        """;

    private const string Zsh = """
        #compdef build.sh
        # Completion of ./build.sh for zsh. To have it in every session, after compinit: source <(./build.sh --completion zsh)
        _pipelines_build() {
          local -a found
          found=("${(@f)$(${~words[1]} --complete $((CURRENT - 1)) "${words[@]}" 2>/dev/null </dev/null)}")
          if [[ -n "${found[1]}" ]]; then
            compadd -- "${found[@]}"
          else
            _files
          fi
        }
        compdef _pipelines_build build.sh ./build.sh

        """;

    private const string Fish = """
        # Completion of ./build.sh for fish. To have it in every session: ./build.sh --completion fish | source
        function __pipelines_build
            set -l before (commandline --tokenize --cut-at-cursor --current-process)
            set -l current (commandline --cut-at-cursor --current-token)
            set -l program (string replace --regex '^~' $HOME $before[1])
            $program --complete (count $before) $before $current 2>/dev/null </dev/null
        end
        complete --command build.sh --arguments '(__pipelines_build)'

        """;

    private const string Pwsh = """
        # Completion of ./build.sh and build.cmd for PowerShell. To have it in every session, in $PROFILE: & ./build.cmd --completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName build.sh, build.cmd, build -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $words = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
            $position = if ($wordToComplete) { $words.Count - 1 } else { $words.Count }
            & $words[0] --complete $position @words 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    /// <summary>The script of a shell, ending with a line end.</summary>
    public static string Of(Shell shell) => shell switch
    {
        Shell.Bash => Bash,
        Shell.Zsh => Zsh,
        Shell.Fish => Fish,
        _ => Pwsh,
    };
}
