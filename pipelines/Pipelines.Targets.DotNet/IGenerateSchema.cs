using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.DotNet;

/// <summary>Keeps <c>.nuke/build.schema.json</c>, by which editors complete and check <c>.nuke/parameters.json</c>.</summary>
public interface IGenerateSchema : IPipelineBuild
{
    /// <summary>Writes the schema; no other target does.</summary>
    Target GenerateSchema => _ => _
        .Description("Writes .nuke/build.schema.json, the JSON Schema of the parameter files")
        .Executes(async cancellationToken =>
        {
            await SchemaFile.WriteAllTextAsync(ParameterSchema, cancellationToken);
            Log.Information("Wrote {File}", SchemaFile.RelativeTo(RootDirectory));
        });

    /// <summary>The committed schema.</summary>
    AbsolutePath SchemaFile => RootDirectory / ".nuke" / "build.schema.json";

    /// <summary>Fails when the committed schema is not that of the build class, and shows the difference. A repository without one keeps none.</summary>
    /// <exception cref="TargetFailedException">They differ.</exception>
    async Task CheckSchemaAsync(CancellationToken cancellationToken)
    {
        if (!SchemaFile.FileExists() || await SchemaFile.ReadAllTextAsync(cancellationToken) == ParameterSchema)
        {
            return;
        }

        var wanted = TemporaryDirectory / SchemaFile.Name;
        await wanted.WriteAllTextAsync(ParameterSchema, cancellationToken);
        await RunAsync(Command.Of("git", "--no-pager", "diff", "--no-index", "--no-color", SchemaFile, wanted) with { SuccessCodes = [0, 1] }, cancellationToken);
        throw new TargetFailedException($"{SchemaFile.RelativeTo(RootDirectory)} is not the schema of this build's parameters any more; the difference is above. Run './build.sh GenerateSchema' and commit the file.");
    }
}
