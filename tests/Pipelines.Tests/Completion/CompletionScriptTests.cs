using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Completion;
using Pipelines.Parameters;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Completion;

/// <summary>The scripts in their real shells, before a build that writes down what it was asked. PowerShell's is compared as text only.</summary>
[UnsupportedOSPlatform("windows")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CompletionScriptTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public CompletionScriptTests()
    {
        var build = _folder.Write("build.sh", """
            #!/bin/sh
            for word do printf '<%s>' "$word" >>asked; done
            printf 'Deploy\nDescribe\n'

            """);
        File.SetUnixFileMode(build, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task Bash_asks_with_its_words_and_offers_the_answers()
    {
        var found = await RunAsync("bash", "-c", $$"""
            source ./{{Script(Shell.Bash)}}
            COMP_WORDS=(./build.sh --plan = text "a b" De) COMP_CWORD=5
            _pipelines_build
            printf '%s\n' "${COMPREPLY[@]}"
            complete -p ./build.sh
            """);

        found.ShouldBe(["Deploy", "Describe", "complete -o bashdefault -o default -F _pipelines_build ./build.sh"]);
        Asked().ShouldBe("<--complete><5><./build.sh><--plan><=><text><a b><De>");
    }

    [Test]
    public async Task Zsh_asks_with_its_words_and_offers_the_answers()
    {
        var zsh = Needs.Program("zsh", "zsh");

        var found = await RunAsync(zsh, "-f", "-c", $$"""
            compdef() { echo "compdef $*" }
            compadd() { shift; print -l -- "$@" }
            source ./{{Script(Shell.Zsh)}}
            words=(./build.sh --profile "a b" De) CURRENT=4
            _pipelines_build
            """);

        found.ShouldBe(["compdef _pipelines_build build.sh ./build.sh", "Deploy", "Describe"]);
        Asked().ShouldBe("<--complete><3><./build.sh><--profile><a b><De>");
    }

    [Test]
    public async Task Fish_asks_with_its_words_and_offers_the_answers()
    {
        var fish = Needs.Program("fish", "fish");

        var found = await RunAsync(fish, "--no-config", "-c", $$"""
            source ./{{Script(Shell.Fish)}}
            complete --do-complete './build.sh --profile "a b" De'
            """);

        found.ShouldBe(["Deploy", "Describe"]);
        Asked().ShouldBe("<--complete><3><./build.sh><--profile><a b><De>");
    }

    [Test]
    public void PowerShell_gets_its_script() => Snapshot.Match(CompletionScript.Of(Shell.Pwsh));

    private string Script(Shell shell)
    {
        _folder.Write("script", CompletionScript.Of(shell));
        return "script";
    }

    private string Asked() => File.ReadAllText(_folder / "asked");

    private async Task<IEnumerable<string>> RunAsync(string shell, params string[] arguments)
    {
        var command = Command.Of(shell, arguments).WithVariable("HOME", _folder.Path);
        return (await new ProcessRunner(_folder.Path, TimeProvider.System).RunAsync(command, CancellationToken.None)).Output;
    }
}
