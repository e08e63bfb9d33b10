using NUnit.Framework;
using Pipelines.Targets.DotNet;
using Pipelines.Tests.Execution;
using Serilog;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GenerateSchemaTests : IDisposable
{
    private readonly Workspace _workspace = new() { Time = TimeProvider.System };

    private string SchemaFile => _workspace.Folder / ".nuke/build.schema.json";

    public void Dispose() => _workspace.Dispose();

    [Test]
    public async Task Only_its_own_target_writes_the_schema_and_a_repository_without_one_keeps_none()
    {
        var judged = await _workspace.RunAsync<SchemaBuild>("Judge");
        var isWritten = File.Exists(SchemaFile);
        var generated = await _workspace.RunAsync<SchemaBuild>("GenerateSchema");

        judged.Result.ExitCode.ShouldBe(0, judged.Output);
        isWritten.ShouldBeFalse();
        generated.Result.ExitCode.ShouldBe(0, generated.Output);
        File.Exists(SchemaFile).ShouldBeTrue();
    }

    [Test]
    public async Task A_schema_of_other_parameters_is_told_with_the_difference_and_the_cure()
    {
        await _workspace.RunAsync<SchemaBuild>("GenerateSchema");
        var fresh = await _workspace.RunAsync<SchemaBuild>("Judge");
        await File.WriteAllTextAsync(SchemaFile, (await File.ReadAllTextAsync(SchemaFile)).Replace("\"Shelves\"", "\"Boxes\"", StringComparison.Ordinal));
        var stale = await _workspace.RunAsync<SchemaBuild>("Judge");

        fresh.Result.ExitCode.ShouldBe(0, fresh.Output);
        stale.Result.ExitCode.ShouldBe(ExitCodes.Failed);
        stale.Output.ShouldContain("-    \"Boxes\": {");
        stale.Output.ShouldContain("+    \"Shelves\": {");
        stale.Output.ShouldContain("Run './build.sh GenerateSchema' and commit the file.");
    }

    private sealed class SchemaBuild : PipelineBuild, IGenerateSchema
    {
        [Parameter("How many")]
        private readonly int _shelves = 3;

        public Target Judge => _ => _.Executes(async cancellationToken =>
        {
            Log.Information("{Shelves}", _shelves);
            await ((IGenerateSchema)this).CheckSchemaAsync(cancellationToken);
        });
    }
}
