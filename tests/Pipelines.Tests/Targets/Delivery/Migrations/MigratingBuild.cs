using Pipelines.Targets.Delivery;

namespace Pipelines.Tests.Targets.Delivery.Migrations;

/// <summary>A build with a database.</summary>
internal sealed class MigratingBuild : PipelineBuild, ICheckMigrations
{
    public IEnumerable<string> MigrationFiles => ["db/*.sql", "src/*Schema.cs"];
}
