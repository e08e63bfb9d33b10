using Pipelines.Targets.DotNet.Ci;
using Serilog;

namespace Pipelines.Targets.DotNet;

/// <summary>Keeps the files of CI systems, which are drawn from the workflows and targets of the build class. No other target writes them.</summary>
public interface IGenerateCi : IPipelineBuild
{
    /// <summary>Compare the files and write nothing.</summary>
    [Parameter("GenerateCi only compares the files of CI, shows what differs, and fails then", Name = "check")]
    bool OnlyCheckCi => TryGetValue(() => OnlyCheckCi);

    /// <summary>Ways in which CI runs targets; none unless overridden.</summary>
    IEnumerable<Workflow> DefineWorkflows() => [];

    /// <summary>Systems that files are written for; GitHub Actions unless overridden.</summary>
    CiSystem CiSystems => CiSystem.GitHub;

    /// <summary>Whether GitLab's jobs stand in one file or in one for each workflow; one unless overridden.</summary>
    GitLabFiles GitLabFiles => GitLabFiles.One;

    /// <summary>File that defines the workflows, as the first line of each generated file names it.</summary>
    string? WorkflowSource => null;

    /// <summary>Writes the files that changed; with <c>--check</c> fails when one would change.</summary>
    Target GenerateCi => _ => _
        .Description("Writes the files of CI from the workflows (--check only compares them)")
        .Plans(_ => Task.FromResult<IReadOnlyList<string>>(Draw().Plan.TrimEnd('\n').Split('\n')))
        .Executes(async cancellationToken =>
        {
            if (OnlyCheckCi)
            {
                CheckCi();
                return;
            }

            if (!DefineWorkflows().Any())
            {
                Log.Warning("There is no workflow to write: let DefineWorkflows() give one, such as Workflows.Continuous.");
            }

            var drawing = Told(Draw());
            foreach (var line in await new CiFolder(RootDirectory).WriteAsync(drawing.Files, cancellationToken))
            {
                Log.Information("{Change}", line);
            }
        });

    /// <summary>Tells what people have to set, as no file can hold it, and which script sets it.</summary>
    Target VerifySettings => _ => _
        .Description("Tells which settings of the CI systems the workflows rely on, and the scripts that make them")
        .Answers()
        .Executes(async (run, cancellationToken) =>
        {
            var drawing = Told(Draw());
            foreach (var line in drawing.Settings.Concat(drawing.Files.Where(file => file.Path.EndsWith(".sh", StringComparison.Ordinal)).Select(file => $"sh {file.Path} sets what can be set by a program.")))
            {
                await run.Output.WriteLineAsync(line);
            }
        });

    /// <summary>Fails when a file is not what the workflows come to, or one is left over, and shows the difference.</summary>
    /// <exception cref="TargetFailedException">They differ, or the workflows cannot be written; the message says what to do.</exception>
    void CheckCi()
    {
        var drawing = Told(Draw());
        var differences = new CiFolder(RootDirectory).Compare(drawing.Files);
        foreach (var difference in differences)
        {
            Log.Error("{Difference}", difference);
        }

        if (!differences.IsEmpty)
        {
            throw new TargetFailedException($"{(differences.Length == 1 ? "A file of CI is" : $"{differences.Length} files of CI are")} not what the workflows come to; the difference is above. Run './build.sh GenerateCi' and commit what it writes.");
        }
    }

    /// <summary>Globs of the files, for a target that depends on their being right.</summary>
    static IEnumerable<string> CiFileGlobs => [".github/workflows/*.yml", ".github/settings.sh", ".gitlab-ci.yml", ".gitlab/ci/*.yml", ".gitlab/settings.sh"];

    /// <summary>What the workflows come to.</summary>
    private CiDrawing Draw() => DrawCi(new([.. DefineWorkflows()], CiSystems)
    {
        Present = new CiFolder(RootDirectory).Texts(),
        Source = WorkflowSource,
        GitLabFiles = GitLabFiles,
    });

    private static CiDrawing Told(CiDrawing drawing)
    {
        foreach (var finding in drawing.Findings)
        {
            if (finding.IsError)
            {
                Log.Error("{Finding}", finding);
            }
            else
            {
                Log.Debug("{Finding}", finding);
            }
        }

        var errors = drawing.Findings.Count(finding => finding.IsError);
        return errors == 0 ? drawing : throw new TargetFailedException($"The workflows cannot be written: {(errors == 1 ? "a mistake is" : $"{errors} mistakes are")} told above. 'docs/ci.md' explains each by its number.");
    }
}
