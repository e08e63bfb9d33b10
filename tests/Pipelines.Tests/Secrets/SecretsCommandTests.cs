using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tests.Execution;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Secrets;

[UnsupportedOSPlatform("windows")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SecretsCommandTests : IDisposable
{
    private const string Passphrase = "correct horse battery";
    private readonly ScratchFolder _folder = new();

    private string File => System.IO.File.ReadAllText(_folder / ".nuke/parameters.production.json");

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task A_value_that_is_piped_in_is_kept_encrypted_and_comes_to_the_target_that_requires_it()
    {
        _folder.Write(".nuke/parameters.production.json", """{ "$schema": "build.schema.json", "Color": "red" }""");

        var set = await RunAsync("Secrets --profile production --set api-key", new Answers(isTerminal: false, "sesame-open\n"), Passphrase);
        var ran = await RunAsync("Open --profile production", input: null, Passphrase);

        set.Output.ShouldBe("Set 'ApiKey' in .nuke/parameters.production.json, encrypted with the passphrase.\n");
        File.ShouldContain("\"ApiKey\": \"v1:");
        File.ShouldContain("\"Color\": \"red\"");
        File.ShouldNotContain("sesame");
        ran.Output.ShouldContain("opened with 11: ***");
        ran.Output.ShouldNotContain("sesame");
    }

    [Test]
    public async Task On_a_terminal_value_and_passphrase_are_asked_for_and_not_shown()
    {
        var person = new Answers(isTerminal: true, "sesame-open", Passphrase, Passphrase);

        var set = await RunAsync("Secrets --set ApiKey", person);
        var opener = new Answers(isTerminal: true, Passphrase);
        var ran = await RunAsync("Open", opener);

        set.Result.ExitCode.ShouldBe(0, set.Error);
        person.Questions.ShouldBe(["Value of 'ApiKey' (not shown): (hidden)", "Passphrase (not shown): (hidden)", "Passphrase again: (hidden)"]);
        opener.Questions.ShouldBe(["Passphrase of the secrets (not shown): (hidden)"]);
        ran.Output.ShouldContain("opened with 11: ***");
    }

    [Test]
    public async Task What_no_target_of_the_plan_requires_is_not_decrypted()
    {
        await RunAsync("Secrets --profile production --set Token", new Answers(isTerminal: false, "sesame-open"), Passphrase);

        var idle = await RunAsync("Idle --profile production");
        var pay = await RunAsync("Pay --profile production");

        idle.Result.ExitCode.ShouldBe(0, idle.Error);
        pay.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        pay.Error.ShouldBe("error: Parameter 'Token' of profile 'production' is encrypted with a passphrase. Set PIPELINES_PASSPHRASE_PRODUCTION or PIPELINES_PASSPHRASE in the environment, or run on a terminal, where it is asked for.\n");
    }

    [Test]
    public async Task A_secret_that_is_not_required_is_decrypted_when_it_is_revealed()
    {
        await RunAsync("Secrets --set ApiKey", new Answers(isTerminal: false, "sesame-open"), Passphrase);

        var ran = await RunAsync("Late", input: null, Passphrase);
        var help = await RunAsync("--help");

        ran.Output.ShouldContain("late 11: ***");
        help.Output.ShouldContain("[*** (from .nuke/parameters.json, read when needed)]");
    }

    [Test]
    public async Task A_key_file_stands_in_for_the_passphrase()
    {
        var made = await RunAsync("Secrets --profile production --set Token --new-key", new Answers(isTerminal: false, "sesame-open"));
        var ran = await RunAsync("Pay --profile production --color blue");

        made.Output.ShouldContain("encrypted with the key file");
        System.IO.File.GetUnixFileMode(_folder / ".nuke/keys/production.key").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        ran.Output.ShouldContain("paid with 11: *** blue");
    }

    [Test]
    public async Task A_key_file_that_others_can_read_or_have_is_refused()
    {
        await RunAsync("Secrets --set Token --new-key", new Answers(isTerminal: false, "sesame-open"));
        var key = _folder / ".nuke/keys/default.key";

        System.IO.File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        var readable = await RunAsync("Pay");
        System.IO.File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var git = new ProcessRunner(_folder.Path, TimeProvider.System);
        await git.RunAsync(Command.Of("git", "init", "--quiet"), CancellationToken.None);
        await git.RunAsync(Command.Of("git", "add", "--force", ".nuke/keys/default.key"), CancellationToken.None);
        var tracked = await RunAsync("Pay");

        readable.Error.ShouldContain($"Key file {key} can be used by others (GroupRead). Take that away: chmod 600 '{key}'");
        tracked.Error.ShouldContain($"Key file {key} is under version control");
    }

    [Test]
    public async Task Rotation_encrypts_everything_anew_and_the_old_passphrase_opens_nothing()
    {
        await RunAsync("Secrets --set ApiKey", new Answers(isTerminal: false, "sesame-open"), Passphrase);
        await RunAsync("Secrets --set Token", new Answers(isTerminal: false, "token-of-love"), Passphrase);

        var rotated = await RunAsync("Secrets --rotate", new Answers(isTerminal: false), Passphrase, ("PIPELINES_NEW_PASSPHRASE", "another long one"));
        var old = await RunAsync("Open", input: null, Passphrase);
        var now = await RunAsync("Open Pay", input: null, "another long one");

        rotated.Output.ShouldBe("Encrypted 2 values of .nuke/parameters.json anew, with a new passphrase.\n");
        old.Error.ShouldContain("Parameter 'ApiKey' of .nuke/parameters.json cannot be decrypted: the passphrase is another one");
        now.Output.ShouldContain("opened with 11");
        now.Output.ShouldContain("paid with 13");
    }

    [Test]
    public async Task Secrets_are_listed_by_how_they_are_kept_and_removed()
    {
        _folder.Write(".nuke/parameters.json", """{ "ApiKey": "plain-as-day" }""");
        await RunAsync("Secrets --set Token", new Answers(isTerminal: false, "token-of-love"), Passphrase);

        var list = await RunAsync("Secrets");
        var removed = await RunAsync("Secrets --remove token");
        var after = await RunAsync("Secrets --list");

        list.Output.ShouldBe("Secrets of .nuke/parameters.json\n  ApiKey: in plain text; encrypt it with ./build.sh Secrets --set ApiKey\n  Token: encrypted with the passphrase\n");
        removed.Result.ExitCode.ShouldBe(0, removed.Error);
        after.Output.ShouldContain("  Token: not there\n");
    }

    [TestCase("--set ApiKey hunter22", "Secrets takes no value on the command line, where the shell's history keeps it. Leave it out: it is asked for, or read from standard input.")]
    [TestCase("--set ApiKy", "Unknown parameter 'ApiKy'. Did you mean 'ApiKey'?")]
    [TestCase("--set Color", "Parameter 'Color' is not a single secret. Write it into the file as it is, or make it one with [Secret].")]
    [TestCase("--remove ApiKey", ".nuke/parameters.json does not have 'ApiKey'.")]
    [TestCase("--set", "Option '--set' of Secrets needs a name.")]
    [TestCase("--list --rotate", "Secrets does one thing at a time; it was asked for --list, --rotate.")]
    [TestCase("--sett x", "Unknown option '--sett' of Secrets. Known: --list, --set, --remove, --rotate, --new-key, --profile, --root, --help.\nerror: Secrets takes no value on the command line, where the shell's history keeps it. Leave it out: it is asked for, or read from standard input.")]
    [TestCase("--profile ../x", "Option '--profile' cannot be '../x': expected the NAME of .nuke/parameters.NAME.json, not a path.")]
    public async Task A_mistake_is_named_and_changes_nothing(string arguments, string problem)
    {
        var ran = await RunAsync($"Secrets {arguments}", new Answers(isTerminal: false, "sesame-open"), Passphrase);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldBe($"error: {problem}\n");
        ran.Error.ShouldNotContain("hunter22");
        Directory.Exists(_folder / ".nuke").ShouldBeFalse();
    }

    [Test]
    public async Task A_short_passphrase_a_short_value_and_a_file_with_comments_are_refused()
    {
        var passphrase = await RunAsync("Secrets --set ApiKey", new Answers(isTerminal: false, "sesame-open"), "short");
        var value = await RunAsync("Secrets --set ApiKey", new Answers(isTerminal: false, "abc"), Passphrase);
        _folder.Write(".nuke/parameters.json", "{ // why\n \"Color\": \"red\" }");
        var comments = await RunAsync("Secrets --set ApiKey", new Answers(isTerminal: false, "sesame-open"), Passphrase);

        passphrase.Error.ShouldContain("has 5 characters. Use at least 12");
        value.Error.ShouldContain("has fewer than 4 characters");
        comments.Error.ShouldContain("without comments, which would be lost");
    }

    [Test]
    public async Task Help_says_how_values_are_given()
    {
        var help = await RunAsync("Secrets --help");

        Snapshot.Match(help.Output);
    }

    private async Task<Ran> RunAsync(string arguments, Answers? input = null, string? passphrase = null, params (string Name, string Value)[] more)
    {
        var environment = more.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        if (passphrase is not null)
        {
            environment["PIPELINES_PASSPHRASE"] = passphrase;
        }

        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var invocation = new BuildInvocation
        {
            Arguments = [.. arguments.Split(' ')],
            Environment = environment,
            Root = _folder.Path,
            Output = output,
            Error = error,
            Input = input,
            Interactive = input?.IsTerminal == true,
        };
        var result = await PipelineBuild.RunAsync<SecretShop>(invocation, CancellationToken.None);
        return new(result, output.ToString(), error.ToString());
    }
}
