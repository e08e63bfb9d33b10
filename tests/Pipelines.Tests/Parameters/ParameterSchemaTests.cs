using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tests.Execution;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Parameters;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ParameterSchemaTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task Every_type_has_its_form() => Snapshot.Match(await SchemaAsync([]));

    [Test]
    public async Task A_server_and_given_values_change_nothing() =>
        (await SchemaAsync(["--taste", "very-sour", "--folder", "elsewhere"], ("CI", "true"))).ShouldBe(await SchemaAsync([]));

    [TestCase("""{ "$schema": "build.schema.json", "Taste": "VerySour", "Ports": { "http": 80 }, "Ovens": [{ "Name": "a", "Heat": 1 }], "Counts": [1], "Key": "v1:AAAA" }""", true)]
    [TestCase("""{ "Taste": "Bitter" }""", false)]
    [TestCase("""{ "Tast": "Sweet" }""", false)]
    [TestCase("""{ "Ports": { "http": "many" } }""", false)]
    [TestCase("""{ "Key": "open to all" }""", false)]
    public async Task An_independent_validator_accepts_the_schema_and_judges_files_by_it(string file, bool isValid)
    {
        var validator = Needs.Program("jsonschema", "python3-jsonschema");
        var schema = _folder.Write("build.schema.json", await SchemaAsync([]));
        var runner = new ProcessRunner(_folder.Path, TimeProvider.System);

        // It checks the schema against the meta-schema first, and says "invalid schema" where it is none.
        var result = await runner.RunAsync(Command.Of(validator, "--instance", _folder.Write("file.json", file), schema) with { SuccessCodes = [] }, CancellationToken.None);

        string.Join('\n', result.Error).ShouldNotContain("SchemaError");
        (result.ExitCode == 0).ShouldBe(isValid, string.Join('\n', result.Output.Concat(result.Error)));
    }

    private async Task<string> SchemaAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        using var workspace = new Workspace { Environment = environment.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal) };
        var ran = await workspace.RunAsync<Printing>($"Print {string.Join(' ', arguments)}");
        ran.Result.ExitCode.ShouldBe(0, ran.Error);
        return ran.Output;
    }

    private sealed class Printing : TypesBuild
    {
        public Target Print => _ => _.Answers().Executes(run => run.Output.Write(((IPipelineBuild)this).ParameterSchema));
    }
}
