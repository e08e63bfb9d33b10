using Pipelines.Targets.Delivery.Migrations;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.Delivery;

/// <summary>A build whose releases change a database: two of them share it while one is rolled out or back.</summary>
public interface ICheckMigrations : IPipelineBuild
{
    /// <summary>
    /// Globs of the migrations: <c>.sql</c> files, and sources in which statements stand in quotes; <c>src/**/*.sql</c> unless overridden.
    /// A statement that starts with <c>-- contract: why</c> is let pass: no release that needs what it takes away runs any more.
    /// </summary>
    IEnumerable<string> MigrationFiles => ["src/**/*.sql"];

    /// <summary>Tells every such statement, then fails.</summary>
    Target CheckMigrations => _ => _
        .Description("Fails on changes of the database that the release before could not live with")
        .Job("quick-checks")
        .Executes(async (run, cancellationToken) =>
        {
            var files = RootDirectory.GlobFiles([.. MigrationFiles]);
            if (files.IsEmpty)
            {
                throw new TargetFailedException($"There is no migration to check: no file is '{string.Join("' or '", MigrationFiles)}'. Let MigrationFiles name them.");
            }

            var (statements, findings) = (0, 0);
            foreach (var file in files)
            {
                foreach (var statement in SqlStatements.In(await file.ReadAllTextAsync(cancellationToken), isSql: file.Name.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)))
                {
                    statements++;
                    if (MigrationRule.Broken(statement.Text) is { } rule)
                    {
                        findings++;
                        Log.Error("{File}({Line}): error {Rule}: {Problem}", file.RelativeTo(RootDirectory), statement.Line, rule.Id, rule.Problem);
                    }
                }
            }

            run.Summary("Statements", $"{statements}");
            if (findings > 0)
            {
                throw new TargetFailedException($"{(findings == 1 ? "A statement" : $"{findings} statements")} would break the release before, which still runs while the new one is rolled out, and again after a rollback; told above. 'docs/migrations.md' shows the way in two steps.");
            }
        });
}
