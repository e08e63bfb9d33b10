using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Targets.DotNet;

/// <summary>Judges how the sources look.</summary>
public interface ILint : ICompile, IGenerateSchema, IGenerateCi
{
    /// <summary>Everything that judges without running the code: the quick checks, and the analyzers, whose warnings fail the compilation.</summary>
    Target Lint => _ => _
        .Description("Checks format, style, analyzers, the schema of the parameter files and the files of CI")
        .DependsOn(QuickCheck, Compile);

    /// <summary>
    /// What needs no compiled solution, so that its job of CI starts at once: fails on sources that <c>dotnet format</c> would change,
    /// and when the schema of the parameter files or a file of CI is out of date. Alone, as the compiler writes files that <c>dotnet format</c> reads.
    /// </summary>
    Target QuickCheck => _ => _
        .Description("Checks format, style, the schema of the parameter files and the files of CI, without compiling")
        .Job("quick-checks")
        .DependsOn(Restore)
        .Exclusive()
        .Inputs([.. SourceGlobs])
        .Inputs([.. IGenerateCi.CiFileGlobs])
        .Inputs(SchemaFile.RelativeTo(RootDirectory))
        .InputValue(nameof(LintCommands), () => LintCommands)
        .InputValue(nameof(ParameterSchema), () => ParameterSchema)
        .Outputs(LintStamp)
        .Produces(LintStamp)
        .Executes(async cancellationToken =>
        {
            await CheckSchemaAsync(cancellationToken);
            CheckCi();
            foreach (var command in LintCommands)
            {
                await RunAsync(command, cancellationToken);
            }

            await LintStamp.WriteAllTextAsync("Format, style and generated files have nothing to say.\n", cancellationToken);
        });

    /// <summary>What judges, in order; none changes anything. Analyzers are left to the compiler: it runs all of them, <c>dotnet format</c> only those with a fix, and slowly.</summary>
    ImmutableArray<Command> LintCommands =>
    [
        .. ImmutableArray.Create("whitespace", "style").Select(part => Tools.DotNet.Format(Solution, new() { Part = part, VerifyNoChanges = true, NoRestore = true, Severity = part == "style" ? "warn" : null })),
    ];

    /// <summary>Left behind by a success, so that unchanged sources are not judged again.</summary>
    AbsolutePath LintStamp => TemporaryDirectory / "lint.txt";
}
