using Pipelines.Tests.Architecture.Fixtures.Acting;

namespace Pipelines.Tests.Architecture.Fixtures.Pure;

public static class CallsItInAnAsyncMethod
{
    public static async Task MoveAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Router.Move();
    }
}
