namespace Pipelines.Tests.Architecture.Fixtures.Acting;

public class Router
{
    public static void Move()
    {
    }

    public override string ToString() => "router";
}
