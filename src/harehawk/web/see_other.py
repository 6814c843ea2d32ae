"""After a form the browser asks for the next page: 303 says so, where frameworks say 302."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse


def see_other(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Every redirect after a form, whoever makes it."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST" and response.status_code == HTTPStatus.FOUND:
            response.status_code = HTTPStatus.SEE_OTHER
        return response

    return answer
