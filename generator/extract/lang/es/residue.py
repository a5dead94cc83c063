"""Spanish words of menus, prompts, comment forms and credits."""

# ruff: noqa: E501 -- one cue a line, however many forms it has

from generator.extract.residue.cues import ResidueCues

DATA = ResidueCues(
    labels=(
        r"inicio|menu|buscar|iniciar sesion|cerrar sesion|registrarse|registro|mi cuenta|suscribirse|suscribete",
        r"compartir|guardar|imprimir|comentar|enviar|copiar( enlace)?|escuchar|descargar|seguir",
        r"(compartir|imprimir|guardar|enviar) (esta |la |este |el )?(noticia|articulo|pagina|nota)",
        r"publicidad|anuncios?|patrocinado|contenido patrocinado",
        r"(leer|ver|cargar|mostrar|saber) (mas|todo|todos|todas)( .{0,30})?",
        r"(sin|\d{1,6}|no hay) comentarios?|comentarios? ?\(?\d{0,6}\)?",
        r"(deja|dejar|escribir|anadir|publicar) un comentario|responder",
        r"aviso legal|politica de (privacidad|cookies)|terminos( y condiciones| de uso)?|contacto|contactanos|quienes somos|mapa del sitio|ayuda",
        r"autor(a)?|fuente|fuentes|fecha|lugar|detalles|etiquetas|temas|categorias?|galeria|fotos|videos?|podcasts?",
        r"volver( al inicio| arriba)?|siguiente|anterior|articulo (anterior|siguiente)|(ir|saltar) al contenido( principal)?",
        r"(aceptar|rechazar)( todo| todas| cookies)?|cerrar|cargando",
        r"(tiempo de )?lectura ?:? ?\d{0,3} ?min(utos)?|\d{1,3} min(utos)? de lectura",
        r"hace \d{1,3} (minutos?|horas?|dias?|semanas?)",
        r"(ultimas? (noticias|hora)|lo mas (leido|visto)|en vivo|en directo|tendencias|el tiempo)",
    ),
    menu=(
        r"inicio", r"politica", r"economia", r"deportes?", r"cultura", r"sociedad", r"internacional(es)?", r"nacional(es)?",
        r"mundo", r"opinion", r"salud", r"ciencia", r"tecnologia", r"sucesos", r"espectaculos", r"entretenimiento",
        r"educacion", r"medio ambiente", r"viajes", r"gente", r"videos?", r"fotos", r"podcasts?", r"contacto",
        r"iniciar sesion", r"suscribete", r"newsletters?", r"portada",
    ),
    sharing=(r"compartir( en)?", r"guardar", r"imprimir", r"enviar", r"correo", r"copiar enlace", r"tuitear", r"me gusta"),
    teasers=(
        r"(lea|lee|leer|vea|ver|mira|te puede interesar|tambien) (tambien|ademas|mas)? ?:",
        r"(lea|lee|leer|vea|ver|mira) (tambien|ademas)",
        r"(te puede interesar|noticia relacionada|mas informacion|mas) ?:",
    ),
    prompts=(
        r"(siguenos|siganos|suscribete|suscribase|registrate|registrese|unete|visita|descarga|apoya|comparte|haz clic|haga clic|pulsa)( .{0,20}(aqui|en|a|nuestr[oa]s?|esta|para))?",
        r"(todos los derechos reservados|prohibida (la|su) reproduccion)",
        r"(copyright|©) ?(©)? ?(19|20)\d\d",
        r"tu (direccion de )?correo( electronico)? no sera publicad[oa]",
        r"los campos (obligatorios|necesarios)",
        r"(etiquetas|temas|categorias?|tags?|archivado en) ?:",
        r"(este|esta) (articulo|contenido|noticia|texto) (es|esta|ha sido|fue) .{0,40}(suscriptores|exclusiv|traducid|generad)",
        r"(utilizamos|usamos|este sitio (utiliza|usa)|esta web utiliza) .{0,30}cookies",
        r"recibe (las|nuestro|en tu|gratis|cada)",
    ),
    phrases=(r"publicidad|leer mas|haz clic aqui|cargando ?(…|\.\.\.)|se abre en una ventana nueva",),
    leaks=(
        r"(reescribe|traduce|resume|redacta|genera|crea|escribe) (este|el|un|esta|una) (articulo|texto|titulo|titular|noticia)",
        r"como (modelo de lenguaje|ia|inteligencia artificial)",
        r"(claro|por supuesto)[ ,!]{1,3}aqui (tienes|esta)",
    ),
    lists=(
        r"(noticias|articulos|contenidos|enlaces|temas|notas|videos) (relacionad[oa]s|de interes|recomendad[oa]s|similares|destacad[oa]s|recientes)",
        r"(te puede interesar|tambien te puede interesar|lea tambien|lee tambien|ver tambien|lo mas (leido|visto|comentado)|mas (noticias|leidas|sobre .{1,30})|ultimas noticias|enlaces|fuentes|referencias|recomendados)",
    ),
    endings=(
        r"(deja|dejar|escribe|escribir) (un|tu) (comentario|respuesta)( cancelar( la)? respuesta)?",
        r"comentarios? ?\(\d{1,6}\)",
        r"tu (direccion de )?correo( electronico)? no sera publicad[oa]",
        r"cancelar (la )?respuesta",
    ),
    comments=(r"comentarios?( \d{1,6})?|\d{1,6} comentarios?|opiniones de los lectores",),
    replies=(r"responder|denunciar|me gusta|citar",),
    commenters=(r".{1,60} (dice|dijo|escribio) ?:?|.{1,40} hace \d{1,3} (minutos?|horas?|dias?)",),
    readers=(r"usted|su|sus|tu|tus|te|nosotros|nuestr[oa]s?|nos",),
    services=(r"newsletters?|boletin(es)?|cookies?|navegador|contrasena|suscripcion|suscriptores|politica de privacidad|consentimiento|bandeja de entrada|bloqueador de anuncios",),
    captions=(
        r"\(?(fotos?|imagen|imagenes|fotografia|ilustracion|infografia) ?(:|/|©|de archivo|por |cortesia)",
        r"(credito|creditos|fuente de la foto|pie de foto) ?:",
        r"(foto|imagen) (efe|afp|reuters|ap|archivo)",
    ),
    bylines=(
        r"por [\w.'-]{2,25}( [\w.'-]{1,25}){0,5}",
        r"(redaccion|efe|afp|reuters|europa press|ap|notimex|telam)( .{1,20})?",
        r"(autor(a)?|redaccion|texto|fuente) ?: ?.{1,60}",
    ),
    issued=(r"(publicad[oa]|creado|fecha de publicacion)( el| en)? ?:?( el)?",),
    updated=(r"(ultima )?(actualizad[oa]|actualizacion|modificad[oa])( el)? ?:?",),
    date_words=(
        r"el|a|las|de|del|la|por|y|en|h|hrs|horas|con|agencias|texto ?:",
        r"(nuestra )?redaccion|(nuestro )?corresponsal|(nuestra )?corresponsal",
        r"lunes|martes|miercoles|jueves|viernes|sabado|domingo",
    ),
    author_marks=(r"por|autor(a)? ?:|texto ?:",),
    publisher_marks=(r"(fuente|agencia) ?:",),
    credits=(r"archivo|efe|foto|cortesia",),
    questions=(r"(preguntas (frecuentes|y respuestas|clave)|faq)( .{0,60})?",),
    balances=(r"(ventajas y desventajas|pros y contras|ventajas e inconvenientes)( .{0,40})?",),
    starters=(
        "El", "La", "Los", "Las", "Un", "Una", "En", "Según", "Por", "Para", "Pero", "Con", "Tras", "Este", "Esta",
        "Estos", "Su", "Sus", "Desde", "Durante", "Además", "Se", "No", "Al", "Del", "Mientras", "Aunque",
    ),
)  # fmt: skip
