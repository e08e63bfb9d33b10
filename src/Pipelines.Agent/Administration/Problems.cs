using Pipelines.Agent.State;

namespace Pipelines.Agent.Administration;

/// <summary>Turns refusals and failures into answers that say the way out.</summary>
internal sealed class Problems(AgentLog log)
{
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (RefusedException refusal)
        {
            await AnswerAsync(context, refusal.Status, new ProblemAnswer(refusal.Message)
            {
                Holder = refusal.Lease?.Holder,
                Since = refusal.Lease?.Since,
                ExpiresAt = refusal.Lease?.ExpiresAt,
                Length = refusal.Length,
            });
        }
        catch (BadHttpRequestException failure)
        {
            await AnswerAsync(context, failure.StatusCode, new ProblemAnswer(failure.Message));
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            log.Write($"{context.Request.Method} {context.Request.Path}: {failure}");
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, new ProblemAnswer(
                $"The agent could not do it: {failure.Message} Its log is agent.log in the environment root."));
        }

        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed } response)
        {
            await AnswerAsync(context, response.StatusCode, new ProblemAnswer(
                $"{context.Request.Method} {context.Request.Path} is not something the agent does; the client may be of another version."));
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, ProblemAnswer problem) =>
        context.AnswerAsync(problem, AdministrationJson.Default.ProblemAnswer, status);
}
