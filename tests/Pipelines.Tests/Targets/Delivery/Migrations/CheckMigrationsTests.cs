using NUnit.Framework;
using Pipelines.Targets.Delivery.Migrations;
using Pipelines.Tests.Execution;
using Shouldly;

namespace Pipelines.Tests.Targets.Delivery.Migrations;

[TestFixture]
public sealed class CheckMigrationsTests
{
    [Test]
    public async Task A_statement_that_the_release_before_could_not_live_with_is_told_at_its_line()
    {
        using var workspace = new Workspace();
        workspace.Folder.Write("db/2.sql", "-- rename later; not now\nalter table users add column full_name text;\n\nalter table users\n  drop column name;\nupdate users set full_name = name;\n");
        workspace.Folder.Write("src/OrderSchema.cs", "class OrderSchema\n{\n    string[] V1 = [\"create table orders (id text not null)\"];\n    string V2 = \"\"\"\n        alter table orders\n          alter column id set not null\n        \"\"\";\n}\n");

        var ran = await workspace.RunAsync<MigratingBuild>("CheckMigrations");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Failed, ran.Error);
        ran.Output.ShouldContain("db/2.sql(4): error SQL001: The release before still uses what this takes away");
        ran.Output.ShouldContain("db/2.sql(6): error SQL003: ");
        ran.Output.ShouldContain("src/OrderSchema.cs(5): error SQL002: ");
        ran.Output.ShouldContain("3 statements would break the release before");
    }

    [Test]
    public async Task What_is_done_when_no_such_release_runs_is_let_pass()
    {
        using var workspace = new Workspace();
        workspace.Folder.Write("db/3.sql", "-- contract: nothing has read it since 1.4\nalter table users drop column name;\ncreate table orders (id text not null);\n");

        var ran = await workspace.RunAsync<MigratingBuild>("CheckMigrations");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success, ran.Output + ran.Error);
        ran.Output.ShouldContain("Statements: 2");
    }

    [TestCase("-- contract: nothing reads it", ExpectedResult = null)]
    [TestCase("-- Takes the name away.\n\n  -- Contract: nothing reads it", ExpectedResult = null)]
    [TestCase("-- contract:", ExpectedResult = "SQL001")]
    [TestCase("insert into notes values ('\n-- contract: nothing reads it\n') returning id, (", ExpectedResult = "SQL001")]
    public string? Only_a_comment_above_with_a_reason_lets_pass(string above) => MigrationRule.Broken($"{above}\nalter table users drop column name")?.Id;

    [Test]
    public async Task No_migration_at_all_is_no_success()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<MigratingBuild>("CheckMigrations");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Failed, ran.Error);
        ran.Output.ShouldContain("no file is 'db/*.sql' or 'src/*Schema.cs'. Let MigrationFiles name them.");
    }

    [Test]
    public void A_semicolon_inside_a_text_a_comment_or_a_function_ends_no_statement()
    {
        const string Function = "create function fill() returns trigger as $body$ begin update users set a = 'it''s; fine'; return new; end $body$ language plpgsql";
        const string Text = $"insert into words values ('a;b', \"c;d\");\n/* one; two */ select 1;\n\n{Function};\n-- the end; really\n";

        var statements = SqlStatements.In(Text, isSql: true).ToArray();

        statements.Select(statement => statement.Line).ShouldBe([1, 2, 4, 5]);
        statements[2].Text.ShouldBe(Function);
        statements.Select(statement => MigrationRule.Broken(statement.Text)).OfType<MigrationRule>().ShouldBeEmpty();
    }
}
