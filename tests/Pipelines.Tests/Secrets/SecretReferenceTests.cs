using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Tests.Execution;
using Shouldly;

namespace Pipelines.Tests.Secrets;

[UnsupportedOSPlatform("windows")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SecretReferenceTests : IDisposable
{
    private readonly Workspace _workspace = new() { Time = TimeProvider.System };

    public void Dispose() => _workspace.Dispose();

    [Test]
    public async Task A_program_finds_a_secret_without_a_shell()
    {
        Vault("""printf '%s\n' "$#:$1:$2:$3" """);

        var ran = await _workspace.RunAsync<SecretShop>("Open --api-key vault://kv/$(id);x");

        ran.Output.ShouldContain($"opened with {"3:read:kv/$(id);x:--from=vault://kv/$(id);x".Length}: ***");
        ran.Output.ShouldNotContain("3:read");
    }

    [Test]
    public async Task Only_a_plan_that_needs_the_secret_starts_the_program()
    {
        Vault("touch started; echo sesame-open");
        _workspace.Folder.Write(".nuke/parameters.json", """{ "ApiKey": "vault://kv/a", "Token": "vault://kv/b" }""");

        await _workspace.RunAsync<SecretShop>("Idle");
        await _workspace.RunAsync<SecretShop>("Open --plan");
        await _workspace.RunAsync<SecretShop>("--help");
        var untouched = File.Exists(_workspace.Folder / "started");
        await _workspace.RunAsync<SecretShop>("Open");

        untouched.ShouldBeFalse();
        File.Exists(_workspace.Folder / "started").ShouldBeTrue();
    }

    [TestCase("echo sesame-open; echo sesame-open >&2; exit 3", "it ended with exit code 3")]
    [TestCase("true", "it printed nothing")]
    public async Task A_program_that_fails_is_named_and_what_it_printed_is_not(string script, string reason)
    {
        Vault(script);

        var ran = await _workspace.RunAsync<SecretShop>("Open --api-key vault://kv/a");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldBe($"error: Parameter 'ApiKey' is read by './vault read kv/a --from=vault://kv/a', but {reason}. Run it yourself to see why: what it prints is not repeated here.\n");
    }

    [Test]
    public async Task A_program_that_does_not_exist_is_named()
    {
        var ran = await _workspace.RunAsync<SecretShop>("Open --api-key missing://x");

        ran.Error.ShouldContain("Parameter 'ApiKey' is read by 'no-such-program missing://x', but it could not be started (Program 'no-such-program' was not found on the PATH.");
    }

    [Test]
    public async Task A_file_holds_a_secret_of_its_own()
    {
        var file = _workspace.Folder.Write("keys/api.txt", "sesame-open\n");

        var relative = await _workspace.RunAsync<SecretShop>("Open --api-key file:keys/api.txt");
        var absolute = await _workspace.RunAsync<SecretShop>($"Open --api-key file://{file}");
        var missing = await _workspace.RunAsync<SecretShop>("Open --api-key file:keys/none.txt");

        relative.Output.ShouldContain("opened with 11: ***");
        absolute.Output.ShouldContain("opened with 11: ***");
        missing.Error.ShouldStartWith($"error: Parameter 'ApiKey' (from --api-key) is to be read from {_workspace.Folder / "keys/none.txt"}, which cannot be read:");
    }

    [Test]
    public async Task An_address_of_another_kind_is_the_value_itself()
    {
        var ran = await _workspace.RunAsync<SecretShop>("Open --api-key postgres://shop:pw@db/shop");

        ran.Output.ShouldContain($"opened with {"postgres://shop:pw@db/shop".Length}: ***");
    }

    private void Vault(string script)
    {
        var file = _workspace.Folder.Write("vault", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
